namespace Onboarding.Core.Workflow;

/// <summary>A queue (antrean): the open work items of one kind for one role.</summary>
public enum WorkQueue
{
    /// <summary>Stage 1, Customer Service: complete new registrations.</summary>
    Intake = 1,

    /// <summary>Stage 2, Administrasi: verify documents and data.</summary>
    Verification,

    /// <summary>Stage 3, Administrasi: enter the customer record.</summary>
    Recording,

    /// <summary>Stage 3, IT: confirm safe storage.</summary>
    Storage,

    /// <summary>Stage 4, Supervisor Layanan: decide.</summary>
    Approval,

    /// <summary>Stage 4, IT: mend a failed activation.</summary>
    ActivationFailure,

    /// <summary>Stage 5, Customer Service: follow up with the new customer.</summary>
    FollowUp,

    /// <summary>Concerns of Customer Service: a customer who is unhappy or was not reached.</summary>
    CustomerCare,

    /// <summary>Concerns of IT: a stored document or a connection that is not as it should be.</summary>
    Incidents,

    /// <summary>Concerns of the supervisor: a problem or an objection that somebody above the team has to answer.</summary>
    Escalations,
}
