namespace Onboarding.Core.Results;

/// <summary>Every reason for which the core refuses. Each value has a text in both languages.</summary>
public enum RefusalCode
{
    /// <summary>One or more input fields are not acceptable; the errors name them.</summary>
    InvalidInput = 1,

    /// <summary>There is no such case, or the actor may not know of it.</summary>
    CaseNotFound,

    /// <summary>There is no such work item, or the actor may not know of it.</summary>
    WorkItemNotFound,

    /// <summary>There is no such document in this case.</summary>
    DocumentNotFound,

    /// <summary>No place of the storage has an intact copy of the document; it has to come from the backup.</summary>
    NoIntactCopy,

    /// <summary>There is no such record (settings, follow-up, feedback request, account).</summary>
    RecordNotFound,

    /// <summary>The link is unknown, used up, revoked or past its date; it is never said which.</summary>
    LinkNotValid,

    /// <summary>The action does not exist in the case's present status.</summary>
    ActionNotInStatus,

    /// <summary>The actor's role may not do this.</summary>
    RoleNotAllowed,

    /// <summary>A person who entered or verified the case may not decide on it (four eyes).</summary>
    FourEyes,

    /// <summary>Compliance holds the case; nothing but the release of the hold is allowed.</summary>
    CaseOnHold,

    /// <summary>The case is not on hold, so there is nothing to release.</summary>
    CaseNotOnHold,

    /// <summary>The actor must claim the work item first.</summary>
    ClaimRequired,

    /// <summary>Somebody else works on this case. Argument: the display name of that person.</summary>
    WorkedByAnother,

    /// <summary>The work item cannot be claimed: it is done, cancelled, or waits for the applicant.</summary>
    WorkItemNotOpen,

    /// <summary>The work item is not claimed by anybody.</summary>
    WorkItemNotClaimed,

    /// <summary>The work item is not put aside, so there is nothing to bring back.</summary>
    WorkItemNotSnoozed,

    /// <summary>The work item was put aside as often as it may be. Argument: the greatest number.</summary>
    SnoozedTooOften,

    /// <summary>The work item would be put aside for too long. Argument: the greatest number of days.</summary>
    SnoozedTooLong,

    /// <summary>There is no work that this person may take now.</summary>
    NoWorkToTake,

    /// <summary>More work items than one bulk action may have. Argument: the greatest number.</summary>
    TooManySelected,

    /// <summary>The person named does not have the role that works this queue. Argument: display name.</summary>
    AssigneeLacksRole,

    /// <summary>Somebody else changed the case meanwhile; nothing was overwritten.</summary>
    VersionConflict,

    /// <summary>The activation system sent this callback before; it was taken then.</summary>
    CallbackTakenAlready,

    /// <summary>The same submission key was used with other content.</summary>
    SubmissionKeyReused,

    /// <summary>A reason is required for this action.</summary>
    ReasonRequired,

    /// <summary>The checklist of stage 1 has open items. Argument: how many.</summary>
    ChecklistIncomplete,

    /// <summary>The search for duplicates found nothing, or the applicant answered nothing, so there is nothing to decide.</summary>
    NothingToDecide,

    /// <summary>The duplicate search has matches that nobody decided, or that are the same person. Argument: how many.</summary>
    DuplicatesUndecided,

    /// <summary>Answers of the applicant wait for a decision. Argument: how many.</summary>
    AnswersNotReviewed,

    /// <summary>Required checks of stage 2 are not passed. Argument: how many.</summary>
    ChecksNotPassed,

    /// <summary>Rejection cannot be recommended while no check failed and the applicant is not a customer already.</summary>
    NoFailedCheck,

    /// <summary>The storage and security checklist of stage 3 has open items. Argument: how many.</summary>
    StorageNotConfirmed,

    /// <summary>A case whose rejection was recommended has not passed stage 3 and cannot be approved.</summary>
    StageSkipped,

    /// <summary>The case expired in another stage, so it reopens there.</summary>
    ReopensElsewhere,

    /// <summary>The last activation attempt has not failed, so there is nothing to retry.</summary>
    ActivationNotFailed,

    /// <summary>Follow-ups are still open. Argument: how many.</summary>
    FollowUpsOpen,

    /// <summary>The applicant has not been asked for feedback.</summary>
    FeedbackNotAsked,

    /// <summary>Feedback has been given already.</summary>
    FeedbackAlreadyGiven,

    /// <summary>The activation notice with the guide has not been sent yet.</summary>
    ActivationNoticeNotSent,

    /// <summary>The file is not acceptable. Argument: the code of the file rejection.</summary>
    DocumentRejected,

    /// <summary>The document has not passed its checks yet and cannot be opened.</summary>
    DocumentNotOpenable,

    /// <summary>A page of a document could not be drawn: the program that does it is absent, or the page asks too much of it.</summary>
    PageNotDrawn,

    /// <summary>The program that reads text from a picture is not installed.</summary>
    CardReadingAbsent,

    /// <summary>No identity card could be made out in the picture.</summary>
    CardNotReadable,

    /// <summary>The last re-entry of this field differed, and nobody has said yet what the difference is.</summary>
    ReentryUndecided,

    /// <summary>Too many re-entries of one field. Argument: the greatest number.</summary>
    TooManyReentries,

    /// <summary>An external source confirmed nothing, so a passed check needs the evidence of who asked it by hand.</summary>
    SourceNotConfirmed,

    /// <summary>No more documents can be added. Argument: the greatest number.</summary>
    TooManyDocuments,

    /// <summary>The link of an online form was mailed a moment ago, or too often. Argument: the greatest number.</summary>
    TooManyLinkMails,

    /// <summary>The product is not offered, or not to this kind of customer.</summary>
    ProductNotOffered,

    /// <summary>A partner used an idempotency key again with other content.</summary>
    IdempotencyKeyReused,

    /// <summary>There is no such customer, or the actor may not know of it.</summary>
    CustomerNotFound,

    /// <summary>Somebody else changed the customer meanwhile; nothing was overwritten.</summary>
    CustomerChanged,

    /// <summary>The customer became a part of another one, which is changed in its place.</summary>
    CustomerMerged,

    /// <summary>Compliance holds a case of the customer. Argument: the number of the case.</summary>
    CustomerOnHold,

    /// <summary>A case of the customer is being approved or activated. Argument: the number of the case.</summary>
    CustomerInApproval,

    /// <summary>A person and a business cannot be one customer.</summary>
    MergeKindsDiffer,

    /// <summary>One of the customers is closed or merged already. Argument: its number.</summary>
    MergeNotOpen,

    /// <summary>The merge was undone already.</summary>
    MergeUndone,

    /// <summary>What the merge set was changed since, so it cannot be undone. Arguments: the paths of the fields.</summary>
    MergeOverwritten,

    /// <summary>The applicant objected to this rejection already.</summary>
    AlreadyObjected,

    /// <summary>The time within which the applicant may object has passed.</summary>
    ObjectionTooLate,

    /// <summary>Who rejected a case does not answer the objection to it (four eyes).</summary>
    AnsweredByAnother,

    /// <summary>Without this reason nobody could reject a case any more.</summary>
    LastRejectionReason,

    /// <summary>Points with which the supervisor sent the case back are not ticked off. Argument: how many.</summary>
    PointsOpen,

    /// <summary>Another supervisor was faster. Arguments: display name, and when in the office's zone.</summary>
    DecidedByAnother,

    /// <summary>Something about the case has to be looked at first, so it is not approved in one go with others. Argument: how many.</summary>
    LookedAtOneByOne,

    /// <summary>The person has to show once more who they are before this decision.</summary>
    StepUpRequired,

    /// <summary>No external CRM is set.</summary>
    CrmOff,

    /// <summary>A comparison or a repeated sending is under way already.</summary>
    CrmRunUnderWay,

    /// <summary>The import is in another state meanwhile, or its file is not kept any more.</summary>
    ImportNotReady,

    /// <summary>No mail to the applicant came back, so there is no address to mend.</summary>
    NoMessageReturned,

    /// <summary>The message was sent, or is still being tried.</summary>
    MessageNotSetAside,

    /// <summary>What is told belongs to an earlier sending of the message; it was sent again since.</summary>
    MessageSentAgain,

    /// <summary>The form shows values that this person must not see before typing them from the document (stage 2).</summary>
    FormCovered,

    /// <summary>Nothing on this machine can print, so no PDF can be stored.</summary>
    PrinterAbsent,

    /// <summary>The print request is in another state meanwhile.</summary>
    PrintNotOpen,

    /// <summary>More reports than one bulk print may have. Argument: the greatest number.</summary>
    TooManyPrints,

    /// <summary>There is no such saved view, or it is private to somebody else.</summary>
    QueueViewNotFound,

    /// <summary>The person has as many saved views as anybody may have. Argument: the greatest number.</summary>
    TooManyQueueViews,
}
