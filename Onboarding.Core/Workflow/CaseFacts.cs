namespace Onboarding.Core.Workflow;

/// <summary>
/// What the engine has to know of a case to decide. Taken from the case by its use cases;
/// a plain value, so that every rule can be tested without a database.
/// </summary>
public sealed record CaseFacts
{
    /// <summary>Where the case stands.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>True while compliance holds the case.</summary>
    public bool OnHold { get; init; }

    /// <summary>Id of the person who has claimed the case's work item, or null.</summary>
    public string? OwnerId { get; init; }

    /// <summary>Display name of that person.</summary>
    public string? OwnerName { get; init; }

    /// <summary>Ids of the staff who entered, verified or recorded the case.</summary>
    public IReadOnlySet<string> Participants { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Ids of the staff who ever rejected the case.</summary>
    public IReadOnlySet<string> Rejecters { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>True when the applicant objected to the latest rejection.</summary>
    public bool HasObjected { get; init; }

    /// <summary>True when the case was sent back to its present stage with points.</summary>
    public bool HasPoints { get; init; }

    /// <summary>Points of the present stage that are not ticked off.</summary>
    public int OpenPoints { get; init; }

    /// <summary>Items of the Checklist Kelengkapan Data that are not satisfied.</summary>
    public int OpenChecklistItems { get; init; }

    /// <summary>True when the search for duplicates found a match, decided or not.</summary>
    public bool HasDuplicates { get; init; }

    /// <summary>Matches of the duplicate search that nobody decided, or with a customer who was found to be the same: no new customer either way.</summary>
    public int UndecidedDuplicates { get; init; }

    /// <summary>True when the applicant was found to be the same as one who is a customer or on the way to be one.</summary>
    public bool IsKnownCustomer { get; init; }

    /// <summary>True when the applicant answered something, decided on or not.</summary>
    public bool HasAnswers { get; init; }

    /// <summary>Answers of the applicant that nobody has compared and decided on.</summary>
    public int UnreviewedAnswers { get; init; }

    /// <summary>Required checks of stage 2 without a passed result.</summary>
    public int ChecksNotPassed { get; init; }

    /// <summary>Checks of stage 2 with a failed result.</summary>
    public int FailedChecks { get; init; }

    /// <summary>True when the customer record of stage 3 stands.</summary>
    public bool CustomerRecorded { get; init; }

    /// <summary>Items of the storage and security checklist that are not satisfied.</summary>
    public int OpenStorageItems { get; init; }

    /// <summary>True when Administrasi recommended rejection, so stage 3 was not passed.</summary>
    public bool RejectionRecommended { get; init; }

    /// <summary>True when the last activation attempt failed for good.</summary>
    public bool ActivationFailed { get; init; }

    /// <summary>Follow-ups that were not made.</summary>
    public int OpenFollowUps { get; init; }

    /// <summary>True when a follow-up fell due and was not made.</summary>
    public bool HasDueFollowUp { get; init; }

    /// <summary>True when the applicant was asked for feedback.</summary>
    public bool FeedbackAsked { get; init; }

    /// <summary>True when feedback was given.</summary>
    public bool FeedbackGiven { get; init; }

    /// <summary>True when the activation notice and guide were sent.</summary>
    public bool ActivationNoticeSent { get; init; }

    /// <summary>True when the activation notice is still to be given and a mail of the case did not arrive, whether somebody resolved that or not.</summary>
    public bool NoticeNotDelivered { get; init; }

    /// <summary>True when a mail to the applicant did not arrive and nobody has resolved that.</summary>
    public bool MessageNotDelivered { get; init; }

    /// <summary>The status out of which the case expired, or null.</summary>
    public CaseStatus? ExpiredFrom { get; init; }
}
