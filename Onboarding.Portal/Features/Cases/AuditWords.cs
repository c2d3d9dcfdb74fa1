using System.Text.Json;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Reading;
using Onboarding.Core.Outbox;
using Onboarding.Core.Reporting;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features.Cases;

/// <summary>An event of the audit trail in plain words. The trail itself stays as it was written.</summary>
public static class AuditWords
{
    /// <summary>The code of an opened document.</summary>
    public const string DocumentOpened = "Document.Open";

    /// <summary>Who did it: the display name, or what stands for the applicant and for the portal itself.</summary>
    public static string Who(AuditEvent entry) => entry.ActorRoles switch
    {
        nameof(ActorRole.Applicant) => DomainTexts.Of(ActorRole.Applicant),
        nameof(ActorRole.System) => DomainTexts.Of(ActorRole.System),
        _ => entry.ActorName,
    };

    /// <summary>The facts of the event in one line, or null when there is nothing to add.</summary>
    public static string? Facts(AuditEvent entry)
    {
        if (entry.Details is null)
        {
            return null;
        }

        using JsonDocument details = JsonDocument.Parse(entry.Details);
        string[] words = [.. details.RootElement.EnumerateObject().Select(Words).OfType<string>()];
        return words.Length == 0 ? null : string.Join(" · ", words);
    }

    /// <summary>What the event meant for the case.</summary>
    public static Tone ToneOf(AuditEvent entry) => entry.Action switch
    {
        nameof(CaseAction.Approve) or nameof(CaseAction.ConfirmActivation) or nameof(CaseAction.ConfirmActivationManually) or nameof(CaseAction.Complete) => Tone.Success,
        nameof(CaseAction.Reject) or nameof(CaseAction.Withdraw) or nameof(CaseAction.Expire) or nameof(CaseAction.CancelRegistration)
            or nameof(CaseAction.ReportActivationFailure) or nameof(CaseAction.RecommendRejection) => Tone.Danger,
        nameof(CaseAction.PlaceHold) or nameof(CaseAction.ReleaseHold) => Tone.Hold,
        nameof(CaseAction.AskApplicant) or nameof(CaseAction.AskClarification) or nameof(CaseAction.SendBackToRecording)
            or nameof(CaseAction.SendBackToVerification) or nameof(CaseAction.SubmitObjection) or "WorkItem.Escalate" or "WorkItem.Raise" => Tone.Warning,
        _ when entry.From != entry.To => Tone.Info,
        _ => Tone.Neutral,
    };

    /// <summary>The picture of the event.</summary>
    public static IconName IconOf(AuditEvent entry) => entry.Action switch
    {
        "Register" or nameof(CaseAction.Submit) => IconName.Inbox,
        DocumentOpened => IconName.Visibility,
        "Form.Issue" => IconName.Verified,
        "Report.Issue" => IconName.Print,
        nameof(CaseAction.AddDocument) => IconName.UploadFile,
        nameof(CaseAction.RemoveDocument) => IconName.Delete,
        nameof(CaseAction.EditData) or nameof(CaseAction.CorrectAddress) => IconName.Edit,
        nameof(CaseAction.TickChecklist) or nameof(CaseAction.TickStorage) or nameof(CaseAction.SettlePoint) => IconName.Checklist,
        nameof(CaseAction.RecordCheck) or nameof(CaseAction.ReenterField) or nameof(CaseAction.AskSource) => IconName.FactCheck,
        nameof(CaseAction.SearchDuplicates) or nameof(CaseAction.DecideDuplicate) => IconName.Group,
        nameof(CaseAction.AskApplicant) or nameof(CaseAction.AskClarification) or nameof(CaseAction.Reply) or nameof(CaseAction.ReviewAnswers)
            or nameof(CaseAction.ResendQuestion) or nameof(CaseAction.RecallQuestion) or nameof(CaseAction.SubmitObjection) or "Question.Remind" => IconName.Chat,
        nameof(CaseAction.RecordContact) => IconName.Call,
        nameof(CaseAction.PlaceHold) => IconName.PauseCircle,
        nameof(CaseAction.ReleaseHold) => IconName.PlayCircle,
        nameof(CaseAction.RecordFollowUp) or nameof(CaseAction.OpenFollowUp) => IconName.Call,
        nameof(CaseAction.SendBackToRecording) or nameof(CaseAction.SendBackToVerification) or nameof(CaseAction.Reopen) => IconName.Undo,
        "WorkItem.Claim" or "WorkItem.Release" or "WorkItem.Assign" => IconName.AssignmentInd,
        "WorkItem.Escalate" or "WorkItem.Raise" => IconName.Notifications,
        "WorkItem.Snooze" or "WorkItem.Wake" => IconName.Schedule,
        "WorkItem.Resolve" => IconName.TaskAlt,
        "Message.Resend" => IconName.Send,
        _ => ToneOf(entry) switch
        {
            Tone.Success => IconName.CheckCircle,
            Tone.Danger => IconName.Cancel,
            Tone.Neutral or Tone.Info or Tone.Warning or Tone.Hold => IconName.Event,
        },
    };

    private static string? Words(JsonProperty fact) => (fact.Name, fact.Value.ValueKind) switch
    {
        ("check", JsonValueKind.String) => Word<CheckCode>(fact.Value),
        ("subject", JsonValueKind.String) => Word<DocumentKind>(fact.Value) ?? Word<FieldGroup>(fact.Value),
        ("result", JsonValueKind.String) => Word<CheckResult>(fact.Value),
        ("field", JsonValueKind.String) => DomainTexts.Field(fact.Value.GetString() ?? ""),
        ("attempt", JsonValueKind.Number) when fact.Value.GetInt32() > 1 => CaseText.ReentryAttempt.With(fact.Value.GetInt32()),
        ("equal", JsonValueKind.True) => CaseText.ReentryEqual,
        ("equal", JsonValueKind.False) => CaseText.ReentryDifferent,
        ("resolution", JsonValueKind.String) => Word<ReentryResolution>(fact.Value),
        ("answer", JsonValueKind.String) => Word<SourceState>(fact.Value),
        ("reused", JsonValueKind.True) => CaseText.SourceReused,
        ("report", JsonValueKind.String) => Word<ReportKind>(fact.Value),
        ("number", JsonValueKind.String) => fact.Value.GetString(),
        ("kind", JsonValueKind.String) => Word<DocumentKind>(fact.Value),
        ("state", JsonValueKind.String) => Word<DocumentState>(fact.Value),
        ("finding", JsonValueKind.String) when fact.Value.GetString() is { Length: > 0 } finding => Word<DocumentRejection>(fact.Value) ?? finding,
        ("verdict", JsonValueKind.String) => Word<DuplicateVerdict>(fact.Value),
        ("matches", JsonValueKind.Number) => CaseText.DuplicatesFound.With(fact.Value.GetInt32()),
        ("undecided", JsonValueKind.Number) when fact.Value.GetInt32() > 0 => CaseText.DuplicatesOpen.With(fact.Value.GetInt32()),
        ("score", JsonValueKind.Number) => CaseText.DuplicateScore.With(fact.Value.GetInt32()),
        ("outcome", JsonValueKind.String) => Word<FollowUpOutcome>(fact.Value),
        ("channel", JsonValueKind.String) => Word<Channel>(fact.Value),
        ("contactChannel", JsonValueKind.String) => Word<ContactChannel>(fact.Value),
        ("contactOutcome", JsonValueKind.String) => Word<ContactOutcome>(fact.Value),
        ("mail", JsonValueKind.String) => Word<OutboxKind>(fact.Value),
        ("concern", JsonValueKind.String) => Word<ConcernKind>(fact.Value),
        ("round", JsonValueKind.Number) => CaseText.Round.With(fact.Value.GetInt32()),
        ("accepted", JsonValueKind.Number) => CaseText.AnswersAccepted.With(fact.Value.GetInt32()),
        ("notAccepted", JsonValueKind.Number) when fact.Value.GetInt32() > 0 => CaseText.AnswersNotAccepted.With(fact.Value.GetInt32()),
        ("brochure", JsonValueKind.Number) => CaseText.BrochureVersion.With(fact.Value.GetInt32()),
        ("means", JsonValueKind.String) => Word<ExplanationMeans>(fact.Value),
        ("item", JsonValueKind.String) => Word<ChecklistItem>(fact.Value) ?? Word<StorageItem>(fact.Value),
        ("other" or "error" or "source" or "merged" or "into", JsonValueKind.String) => fact.Value.GetString(),
        ("done", JsonValueKind.True) => CaseText.Ticked,
        ("done", JsonValueKind.False) => CaseText.Unticked,
        ("intact", JsonValueKind.Number) => CaseText.DocumentsIntact.With(fact.Value.GetInt32()),
        ("damaged", JsonValueKind.Number) when fact.Value.GetInt32() > 0 => CaseText.DocumentsDamaged.With(fact.Value.GetInt32()),
        ("fields", JsonValueKind.Array) =>
            string.Join(", ", fact.Value.EnumerateArray().Select(field => DomainTexts.Field(field.GetString() ?? "")).Distinct(StringComparer.Ordinal)),
        ("confirmed", JsonValueKind.Array) => CaseText.FieldsConfirmed.With(fact.Value.GetArrayLength()),
        ("changed", JsonValueKind.Array) when fact.Value.GetArrayLength() > 0 => CaseText.FieldsStandardised.With(string.Join(
            ", ", fact.Value.EnumerateArray().Select(field => DomainTexts.Field(field.GetString() ?? "")))),
        ("machineRead", JsonValueKind.Array) => CaseText.MachineRead.With(string.Join(
            ", ", fact.Value.EnumerateArray().Select(field => field.GetString()).Select(name => name == nameof(CardField.Village) ? nameof(AddressData.VillageCode) : name ?? "").Select(DomainTexts.Field))),
        _ => null,
    };

    private static string? Word<TEnum>(JsonElement value)
        where TEnum : struct, Enum => Enum.TryParse(value.GetString(), out TEnum known) ? DomainTexts.Of(known) : null;
}
