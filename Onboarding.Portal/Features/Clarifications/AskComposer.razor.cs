using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Keeping;
using Radzen;
using FieldError = Onboarding.Core.Results.FieldError;

namespace Onboarding.Portal.Features.Clarifications;

/// <summary>Puts a request together and sends it. What was written stays until it was sent.</summary>
public sealed partial class AskComposer
{
    private const string AskedItems = "Items";
    private const string Question = "question";
    private const string FieldPrefix = "field:";
    private const string DocumentPrefix = "document:";

    private readonly string _pickerId = ElementId.Next("ask");
    private IReadOnlyList<FieldError> _errors = [];
    private SeenCase _seen = default!;
    private Refusal? _refusal;
    private string _picked = Question;
    private ElementReference _empty;
    private bool _isBusy;
    private bool _mustFocus;
    private KeptForm? _kept;

    /// <summary>The case.</summary>
    [Parameter, EditorRequired]
    public required CaseFile File { get; set; }

    /// <summary>The action by which it is asked.</summary>
    [Parameter, EditorRequired]
    public CaseAction Action { get; set; }

    [CascadingParameter]
    private CaseDesk Desk { get; set; } = default!;

    [Inject]
    private AskApplicantHandler Intake { get; set; } = default!;

    [Inject]
    private AskClarificationHandler Verification { get; set; } = default!;

    [Inject]
    private NotificationService Notifications { get; set; } = default!;

    // Asking again for the same is a decision on the answer that came; the others still wait for theirs.
    private int Undecided => File.Rounds.SelectMany(round => round.Items)
        .Count(item => item.Item.AwaitsReview && !Desk.Asking.Entries.Any(entry => entry.Subject.IsSameAs(item.Item.Subject)));

    private bool IsNothingAsked => _errors.Any(error => error is { Field: AskedItems, Problem: InputProblem.Required });

    /// <inheritdoc />
    protected override void OnInitialized() => _seen = new SeenCase(File);

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_mustFocus && Desk.Asking.Entries.Count == 0)
        {
            _mustFocus = false;
            await _empty.FocusAsync();
        }
    }

    private string? ErrorOf(int index) => _errors
        .Where(error => error.Field.StartsWith(ClarificationItem.PartOf(index + 1, ""), StringComparison.Ordinal))
        .Select(DomainTexts.Of)
        .FirstOrDefault();

    private static string NameOf(DocumentKind kind) => SubjectWords.Told(ItemSubject.OfDocument(kind));

    private void Add()
    {
        if (IsNothingAsked)
        {
            (_errors, _refusal) = ([], null);
        }

        if (_picked.StartsWith(FieldPrefix, StringComparison.Ordinal))
        {
            Desk.Asking.Add(ItemSubject.OfField(_picked[FieldPrefix.Length..]), File.Case.Language);
        }
        else if (_picked.StartsWith(DocumentPrefix, StringComparison.Ordinal) && Enum.TryParse(_picked[DocumentPrefix.Length..], out DocumentKind kind))
        {
            Desk.Asking.Add(ItemSubject.OfDocument(kind, File.Case.LeadingDocument(kind)?.Id), File.Case.Language);
        }
        else
        {
            Desk.Asking.Add(ItemSubject.General, File.Case.Language);
        }
    }

    private void TakeNewest()
    {
        _seen.Take(File);
        _refusal = null;
    }

    private Task KeyAsync(KeyboardEventArgs pressed) => pressed is { CtrlKey: true, Key: "Enter" } ? SendAsync() : Task.CompletedTask;

    private KeptFields Holds() => AskedFields.Of(Desk.Asking);

    private void Restore(KeptFields kept) => AskedFields.Restore(kept, Desk.Asking, File);

    private async Task CloseAsync()
    {
        await _kept.ForgetAsync();
        Desk.Asking.Close();
    }

    private async Task SendAsync()
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        IReadOnlyList<AskedItem> items = Desk.Asking.ToItems();
        Refusal? refusal = await Desk.DoAsync((actor, token) => Action == CaseAction.AskApplicant
            ? Intake.HandleAsync(new AskApplicant(_seen.Target, items), actor, token)
            : Verification.HandleAsync(new AskClarification(_seen.Target, items), actor, token));
        _isBusy = false;
        _refusal = _seen.Told(refusal);
        _errors = refusal is Invalid invalid ? invalid.Errors : [];
        _mustFocus = IsNothingAsked;
        if (refusal is null)
        {
            Notifications.Notify(NotificationSeverity.Success, ClarifyingText.Sent);
            await CloseAsync();
        }
    }
}
