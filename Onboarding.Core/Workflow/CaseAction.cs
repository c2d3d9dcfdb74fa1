namespace Onboarding.Core.Workflow;

/// <summary>
/// Everything that can be done to a case. An action that has no row in <see cref="TransitionTable"/> for the
/// case's status cannot happen. Stored as text in the audit trail, so the names are part of the database.
/// </summary>
public enum CaseAction
{
    /// <summary>Stage 1: send an offline draft in; it becomes a received registration.</summary>
    Submit = 1,

    /// <summary>Stage 1: throw an offline draft away.</summary>
    Discard,

    /// <summary>Stages 1 and 2: correct the registration's data.</summary>
    EditData,

    /// <summary>Stages 1 and 2: add a document or a new version of one.</summary>
    AddDocument,

    /// <summary>Stage 1: take a document out of an offline draft.</summary>
    RemoveDocument,

    /// <summary>Stage 1: tick or untick an item of the Checklist Kelengkapan Data.</summary>
    TickChecklist,

    /// <summary>Stages 1 and 2: decide whether a match of the duplicate search is the same person.</summary>
    DecideDuplicate,

    /// <summary>Stage 1: the checklist is complete; hand over to verification.</summary>
    CompleteIntake,

    /// <summary>Stage 1: ask the applicant for what is missing.</summary>
    AskApplicant,

    /// <summary>Stage 1: the registration is a duplicate or spam.</summary>
    CancelRegistration,

    /// <summary>Stages 1 and 2: the applicant answers a question.</summary>
    Reply,

    /// <summary>Stages 1 and 2: send the open request again with a new link.</summary>
    ResendQuestion,

    /// <summary>Stages 1 and 2: take the open request back; its link is revoked.</summary>
    RecallQuestion,

    /// <summary>Stages 1 and 2: decide on the answers of the applicant.</summary>
    ReviewAnswers,

    /// <summary>Stages 1 and 2: log a contact with the applicant (Log Verifikasi).</summary>
    RecordContact,

    /// <summary>Stages 1 and 2: nobody answered in time.</summary>
    Expire,

    /// <summary>Stage 2: record one check with its result and evidence.</summary>
    RecordCheck,

    /// <summary>Stage 2: type an identity number or name from the document without seeing the applicant's, and say what a difference is.</summary>
    ReenterField,

    /// <summary>Stage 2: ask an external source.</summary>
    AskSource,

    /// <summary>Stage 2: ask the applicant to clarify.</summary>
    AskClarification,

    /// <summary>Stage 2: every required check passed.</summary>
    CompleteVerification,

    /// <summary>Stage 2: a check failed, or the applicant is a customer already; recommend rejection to the supervisor.</summary>
    RecommendRejection,

    /// <summary>Stage 3: confirm the customer record in the standard format.</summary>
    CompleteRecording,

    /// <summary>Stage 3: fill an item of the storage and security checklist.</summary>
    TickStorage,

    /// <summary>Stage 3: documents are stored safely; hand over to the supervisor.</summary>
    ConfirmStorage,

    /// <summary>Stage 4: approve.</summary>
    Approve,

    /// <summary>Stage 4: reject with a reason.</summary>
    Reject,

    /// <summary>Stage 4: send back to verification with a remark.</summary>
    SendBackToVerification,

    /// <summary>Stage 4: send back to the customer record with a remark.</summary>
    SendBackToRecording,

    /// <summary>Stage 4: the activation system confirmed that the service runs.</summary>
    ConfirmActivation,

    /// <summary>Stage 4: the activation failed after its retries; IT gets a work item.</summary>
    ReportActivationFailure,

    /// <summary>Stage 4: IT tries the failed activation again.</summary>
    RetryActivation,

    /// <summary>Stage 5: the activation notice and the guide were sent.</summary>
    RecordActivationNotice,

    /// <summary>Stage 5: a follow-up fell due and becomes work.</summary>
    OpenFollowUp,

    /// <summary>Stage 5: record the outcome of a follow-up.</summary>
    RecordFollowUp,

    /// <summary>Stage 5: ask the applicant for feedback.</summary>
    AskFeedback,

    /// <summary>Stage 5: the customer gave feedback.</summary>
    GiveFeedback,

    /// <summary>Stage 5: everything is done.</summary>
    Complete,

    /// <summary>Any stage until the service is active: the applicant withdraws.</summary>
    Withdraw,

    /// <summary>Any stage: compliance holds the case.</summary>
    PlaceHold,

    /// <summary>Any stage: compliance releases the case, which goes on where it stood.</summary>
    ReleaseHold,

    /// <summary>After rejection or expiry: the supervisor opens the case again.</summary>
    Reopen,

    /// <summary>Stages 1 and 2: search for duplicates once more.</summary>
    SearchDuplicates,

    /// <summary>Stage 4: IT confirms by hand that a service runs whose activation failed.</summary>
    ConfirmActivationManually,

    /// <summary>Any stage: mend the mail address that did not take a message.</summary>
    CorrectAddress,

    /// <summary>After a rejection: the applicant objects.</summary>
    SubmitObjection,

    /// <summary>Stages 2 and 3: tick off a point with which the supervisor sent the case back.</summary>
    SettlePoint,
}
