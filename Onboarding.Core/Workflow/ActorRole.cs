namespace Onboarding.Core.Workflow;

/// <summary>Who may act on a case: the five teams of the SOP ("Tanggung Jawab"), the administrator, the applicant and the system itself.</summary>
public enum ActorRole
{
    /// <summary>Tim Customer Service: receives registrations (stage 1) and follows up (stage 5).</summary>
    CustomerService = 1,

    /// <summary>Tim Administrasi: verifies documents and data (stage 2) and enters the customer record (stage 3).</summary>
    Administration = 2,

    /// <summary>Tim IT: confirms safe storage (stage 3) and mends failed activations (stage 4).</summary>
    InformationTechnology = 3,

    /// <summary>Supervisor Layanan: final review and decision (stage 4), assigns work.</summary>
    Supervisor = 4,

    /// <summary>Tim Kepatuhan: watches the whole process and may hold any case.</summary>
    Compliance = 5,

    /// <summary>Administrator of the portal: settings and accounts, never a part in a case.</summary>
    Administrator = 6,

    /// <summary>The applicant (calon pelanggan), known by an unguessable link.</summary>
    Applicant = 7,

    /// <summary>The portal itself: timers, connectors, the outbox.</summary>
    System = 8,

    /// <summary>A third-party partner (mitra), known by its key: registers applicants and adds their documents.</summary>
    Partner = 9,
}
