using Microsoft.AspNetCore.Components;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Drafts;
using Onboarding.Core.Queues;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Compliance;
using Onboarding.Portal.Features.Keeping;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Cases;

/// <summary>The page of one case. It follows the case: what others change is shown, what this person has typed stays.</summary>
public sealed partial class CasePage
{
    private CaseDesk? _desk;
    private bool _decides;
    private ElementReference _holdNotice;
    private bool? _wasOnHold;
    private ElementReference _takenNotice;
    private (Guid Item, int Sequence)? _own;
    private bool _taken;
    private bool _mustTell;
    private IReadOnlyList<Product> _products = [];

    /// <summary>Case number, from the address.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    /// <inheritdoc />
    protected override object Subject => Number;

    [Inject]
    private CaseFileReader Reader { get; set; } = default!;

    [Inject]
    private ProductReader Products { get; set; } = default!;

    [Inject]
    private FormKeeping Keeping { get; set; } = default!;

    [Inject]
    private CurrentActor People { get; set; } = default!;

    // What earlier stages left is folded on a phone, below the work of now.
    private static IReadOnlyList<string> Earlier { get; } =
    [
        CaseSections.Data, CaseSections.Checklist, CaseSections.Duplicates, CaseSections.Questions, CaseSections.Verification, CaseSections.Record,
        CaseSections.Storage, CaseSections.Activation, CaseSections.FollowUps,
    ];

    // Where this person's work is.
    private string? BackHref => _desk?.Actor is not { } actor
        ? null
        : QueueUrls.Roles.Where(actor.Has).Select(role => QueueUrls.Of(role)).FirstOrDefault()
            ?? (actor.Has(ActorRole.Compliance) ? ComplianceUrls.Desk : null);

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_desk?.File is not { } file)
        {
            return;
        }

        // A hold that comes while somebody works switches off the very field they type in: they are told where they look next.
        bool hasComeNow = file.Case.Hold is not null && _wasOnHold == false;
        _wasOnHold = file.Case.Hold is not null;
        if (hasComeNow && file.Paused.Count > 0)
        {
            await _holdNotice.FocusAsync();
        }

        if (_mustTell)
        {
            _mustTell = false;
            await _takenNotice.FocusAsync();
        }
    }

    /// <inheritdoc />
    protected override bool Concerns(CaseChange change) => change.Number == Number;

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        _products = await Products.AllAsync(cancellationToken);
        if (_desk?.Number != Number)
        {
            (_wasOnHold, _own, _taken, _mustTell) = (null, null, false, false);
            _desk = new CaseDesk(Number, Reader, People, TakeShape, Clock) { Keeper = await Keeping.OpenAsync(DraftSubject.Case(Number), cancellationToken) };
            _decides = false;
        }

        await _desk.ReadAsync(cancellationToken);
    }

    // A page on which somebody decides stays as it is when another supervisor was faster: what was written there is not lost.
    private void TakeShape()
    {
        _decides |= _desk is { File: { } file, Actor: { } actor } && actor.Has(ActorRole.Supervisor) && TransitionTable.ActionsIn(file.Case.Status).Contains(CaseAction.Approve);
        NoteWhoseItIs();
        StateHasChanged();
    }

    // The page of somebody who no longer works on the case has other parts: without a word, the form they typed into would just be gone.
    private void NoteWhoseItIs()
    {
        if (_desk is not { File: { } file, Actor: { } actor })
        {
            return;
        }

        if (file.Case.LiveWorkItem is { } item && item.AssigneeId == actor.Id)
        {
            _own = (item.Id, file.Case.AuditSequence);
            _taken = false;
        }
        else if (_own is { } own)
        {
            _taken = _mustTell = file.Case.LiveWorkItem?.Id == own.Item && _desk.ChangesSince(own.Sequence).Count > 0;
            _own = null;
        }
    }

    /// <inheritdoc />
    protected override Task ApplyAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancellationToken) =>
        _desk!.ReadAsync(cancellationToken);
}
