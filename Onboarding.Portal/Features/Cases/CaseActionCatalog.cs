using System.Collections.Frozen;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Stage1Intake;

namespace Onboarding.Portal.Features.Cases;

/// <summary>Where each action of the transition table is done on the case page: by a form, or in a part of the page.</summary>
/// <param name="stages">The forms of the stages.</param>
public sealed class CaseActionCatalog(IEnumerable<ICaseActionForms> stages)
{
    private static readonly FrozenDictionary<CaseAction, string> Sections = new Dictionary<CaseAction, string>
    {
        [CaseAction.EditData] = CaseSections.Data,
        [CaseAction.AddDocument] = CaseSections.Documents,
        [CaseAction.RemoveDocument] = CaseSections.Documents,
        [CaseAction.TickChecklist] = CaseSections.Checklist,
        [CaseAction.DecideDuplicate] = CaseSections.Duplicates,
        [CaseAction.SearchDuplicates] = CaseSections.Duplicates,
        [CaseAction.AskApplicant] = CaseSections.Questions,
        [CaseAction.AskClarification] = CaseSections.Questions,
        [CaseAction.Reply] = CaseSections.Questions,
        [CaseAction.ResendQuestion] = CaseSections.Questions,
        [CaseAction.RecallQuestion] = CaseSections.Questions,
        [CaseAction.ReviewAnswers] = CaseSections.Questions,
        [CaseAction.RecordContact] = CaseSections.Questions,
        [CaseAction.RecordCheck] = CaseSections.Verification,
        [CaseAction.ReenterField] = CaseSections.Verification,
        [CaseAction.AskSource] = CaseSections.Verification,
        [CaseAction.SettlePoint] = CaseSections.Points,
        [CaseAction.CompleteRecording] = CaseSections.Record,
        [CaseAction.TickStorage] = CaseSections.Storage,
        [CaseAction.ConfirmActivationManually] = CaseSections.Activation,
        [CaseAction.RecordFollowUp] = CaseSections.FollowUps,
        [CaseAction.CorrectAddress] = CaseSections.Messages,
    }.ToFrozenDictionary();

    private readonly CaseActionForm[] _forms = [.. stages.SelectMany(stage => stage.Forms)];

    /// <summary>The forms of these actions, the one that leads on first and the ends last.</summary>
    public IReadOnlyList<CaseActionForm> FormsOf(IEnumerable<CaseAction> actions)
    {
        HashSet<CaseAction> wanted = [.. actions];
        return [.. _forms.Where(form => wanted.Contains(form.Action)).OrderBy(form => form.IsForward ? 0 : form.IsDangerous ? 2 : 1)];
    }

    /// <summary>The form of an action, or null when it is done in a part of the page.</summary>
    public CaseActionForm? FormOf(CaseAction action) => _forms.FirstOrDefault(form => form.Action == action);

    /// <summary>Where an action is done that has no form here: a part of the page, or the page of the draft.</summary>
    public static string? HrefOf(CaseAction action, string number) => action == CaseAction.Submit
        ? IntakeUrls.Draft(number)
        : Sections.TryGetValue(action, out string? section) ? CaseUrls.Of(number, section) : null;
}
