using Onboarding.Core.Drafts;
using Onboarding.Core.Reporting.Issuing;
using Onboarding.Core.Stages.Stage1Intake.Online;
using Onboarding.Core.Stages.Stage4Approval;

namespace Onboarding.Core.Protection;

/// <summary>A column of the database that holds protected values. A test compares this list with the model.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="Key">The column that identifies the row.</param>
/// <param name="Owner">The column whose value the protected value is bound to.</param>
/// <param name="Purpose">Row and purpose, made of the owner, as the value was protected with.</param>
internal sealed record ProtectedColumn(string Table, string Column, string Key, string Owner, Func<Guid, string> Purpose)
{
    private const string Id = "Id";
    private const string CaseId = "CaseId";

    /// <summary>Every column, but for the audit trail: its events are chained by their bytes and are never written again.</summary>
    public static IReadOnlyList<ProtectedColumn> All { get; } =
    [
        new("Cases", "ProtectedData", Id, Id, id => $"case/{id:N}/data"),
        new("Cases", "ProtectedSource", Id, Id, id => $"case/{id:N}/source"),
        new("Cases", "ProtectedStatusToken", Id, Id, id => $"case/{id:N}/link"),
        new("ReentryAttempts", "ProtectedTyped", Id, CaseId, id => $"case/{id:N}/reentry"),
        new("SourceAnswers", "ProtectedReply", Id, CaseId, id => $"case/{id:N}/source-answer"),
        new("Clarifications", "ProtectedToken", Id, CaseId, id => $"case/{id:N}/link"),
        new("ClarificationItems", "ProtectedBefore", Id, Id, id => $"item/{id:N}/before"),
        new("ClarificationItems", "ProtectedAnswer", Id, Id, id => $"item/{id:N}/answer"),
        new("Objections", "ProtectedText", "DecisionId", "DecisionId", id => $"objection/{id:N}/text"),
        new("Feedbacks", "ProtectedToken", CaseId, CaseId, id => $"case/{id:N}/link"),
        new("Customers", "ProtectedData", Id, Id, id => $"customer/{id:N}/data"),
        new("CustomerInteractions", "ProtectedText", Id, Id, id => $"interaction/{id:N}"),
        new("CustomerMerges", "ProtectedContent", Id, Id, id => $"customer-merge/{id:N}"),
        new("RegistrationDrafts", "ProtectedContent", Id, Id, DraftProtection.ContentPurpose),
        new("RegistrationDrafts", "ProtectedToken", Id, Id, DraftProtection.LinkPurpose),
        new("MailedDraftLinks", "ProtectedToken", Id, "DraftId", DraftProtection.LinkPurpose),
        new("MailedDraftLinks", "ProtectedAddress", Id, "DraftId", DraftProtection.AddressPurpose),
        new("FormDrafts", "ProtectedContent", Id, Id, FormDraftReader.Purpose),
        new("Partners", "ProtectedWebhookSecret", Id, Id, id => $"partner/{id:N}/webhook"),
        new("Partners", "ProtectedPreviousSecret", Id, Id, id => $"partner/{id:N}/webhook"),
        new("ImportBatches", "ProtectedFileKey", Id, Id, id => $"import/{id:N}/key"),
        new("ActivationExchanges", "ProtectedContent", Id, Id, ActivationExchanges.ContentPurpose),
        new("IssuedForms", "ProtectedCode", Id, Id, FormCodes.Purpose),
        new("KeptAnswers", "ProtectedAnswer", Id, Id, id => $"partner-answer/{id:N}"),
    ];
}
