using Onboarding.Core.Workflow;

namespace Onboarding.Core.Partners;

/// <summary>Why a registration stands where it stands, in the words that a partner is told. What the office thinks of a case is not among them.</summary>
public enum StatusReason
{
    /// <summary>It went on to the next step.</summary>
    Progressed = 1,

    /// <summary>The applicant was asked for something.</summary>
    InformationNeeded,

    /// <summary>The applicant answered, or the question was taken back.</summary>
    InformationReceived,

    /// <summary>It was sent back to an earlier step.</summary>
    SentBack,

    /// <summary>It was approved; the service is being switched on.</summary>
    Approved,

    /// <summary>It was rejected.</summary>
    Rejected,

    /// <summary>The service is active.</summary>
    Activated,

    /// <summary>Everything is done.</summary>
    Completed,

    /// <summary>It was a duplicate or no serious registration.</summary>
    Cancelled,

    /// <summary>The applicant withdrew.</summary>
    Withdrawn,

    /// <summary>The applicant did not answer in time.</summary>
    Expired,

    /// <summary>It was opened again after its end.</summary>
    Reopened,
}

/// <summary>What a partner is told of an action.</summary>
public static class StatusReasons
{
    /// <summary>The reason behind an action that moved a case.</summary>
    public static StatusReason Of(CaseAction action) => action switch
    {
        CaseAction.AskApplicant or CaseAction.AskClarification => StatusReason.InformationNeeded,
        CaseAction.Reply or CaseAction.RecallQuestion => StatusReason.InformationReceived,
        CaseAction.SendBackToVerification or CaseAction.SendBackToRecording => StatusReason.SentBack,
        CaseAction.Approve => StatusReason.Approved,
        CaseAction.Reject => StatusReason.Rejected,
        CaseAction.ConfirmActivation or CaseAction.ConfirmActivationManually => StatusReason.Activated,
        CaseAction.Complete => StatusReason.Completed,
        CaseAction.CancelRegistration or CaseAction.Discard => StatusReason.Cancelled,
        CaseAction.Withdraw => StatusReason.Withdrawn,
        CaseAction.Expire => StatusReason.Expired,
        CaseAction.Reopen => StatusReason.Reopened,

        // A recommended rejection is no decision yet, and nothing that a partner should learn before the supervisor decided.
        CaseAction.Submit or CaseAction.EditData or CaseAction.AddDocument or CaseAction.RemoveDocument or CaseAction.TickChecklist or CaseAction.SearchDuplicates or CaseAction.DecideDuplicate
            or CaseAction.CompleteIntake or CaseAction.RecordCheck or CaseAction.ReenterField or CaseAction.AskSource or CaseAction.CompleteVerification or CaseAction.RecommendRejection
            or CaseAction.CompleteRecording or CaseAction.TickStorage or CaseAction.ConfirmStorage or CaseAction.ReportActivationFailure
            or CaseAction.RetryActivation or CaseAction.RecordActivationNotice or CaseAction.OpenFollowUp or CaseAction.RecordFollowUp
            or CaseAction.AskFeedback or CaseAction.GiveFeedback or CaseAction.PlaceHold or CaseAction.ReleaseHold
            or CaseAction.ResendQuestion or CaseAction.ReviewAnswers or CaseAction.RecordContact or CaseAction.CorrectAddress or CaseAction.SettlePoint
            or CaseAction.SubmitObjection => StatusReason.Progressed,
    };
}
