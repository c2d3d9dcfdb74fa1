using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Onboarding.Core.Cases;
using Onboarding.Portal.Components;

namespace Onboarding.Portal.Features.Cases.Viewing;

/// <summary>Shows a document, alone or beside another. The browser measures and pans; what is to be seen is decided here.</summary>
public sealed partial class DocumentViewer
{
    private ElementReference _figure;
    private DotNetObjectReference<DocumentViewer>? _self;
    private IJSObjectReference? _script;
    private int _seen = ViewerState.Plain;
    private int _shownPages = 1;
    private int _otherPages = 1;

    /// <summary>The case.</summary>
    [Parameter, EditorRequired]
    public required CaseFile File { get; set; }

    /// <summary>The document.</summary>
    [Parameter, EditorRequired]
    public required CaseDocument Document { get; set; }

    [CascadingParameter]
    private CaseDesk Desk { get; set; } = default!;

    private ViewerState State => Desk.Viewing[Document.Id];

    private int Pages => Compared is null ? _shownPages : Math.Max(_shownPages, _otherPages);

    private bool IsFine => ViewerState.NeedsFine(_seen);

    private IReadOnlyList<CaseDocument> Others => ViewerDocuments.Beside(File.Case, Document);

    private CaseDocument? Compared => Others.FirstOrDefault(document => document.Id == Desk.Viewing.Compared);

    /// <summary>The size on the screen, measured in the browser; called by the script.</summary>
    [JSInvokable]
    public void Seen(int percent)
    {
        if (percent != _seen)
        {
            _seen = percent;
            StateHasChanged();
        }
    }

    /// <summary>The person chose a size with wheel or fingers; called by the script.</summary>
    [JSInvokable]
    public void Zoomed(int percent)
    {
        _seen = percent;
        Change(State.At(percent));
        StateHasChanged();
    }

    /// <summary>Stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await _script.EndAsync(_figure);

        _self?.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _script = await Scripts.InvokeAsync<IJSObjectReference>("import", $"./{Assets["Features/Cases/Viewing/DocumentViewer.razor.js"]}");
            if (_script is not null)
            {
                await _script.InvokeVoidAsync("start", _figure, _self);
            }
        }

        if (_script is not null)
        {
            ViewerState state = State;
            await _script.InvokeVoidAsync("show", _figure, state.Fit.ToString(), state.Percent, state.Turns, state.Brightness, state.Contrast);
        }
    }

    private void Change(ViewerState state) => Desk.Viewing[Document.Id] = state;

    private CaseDocument? Neighbour(int step) => ViewerDocuments.Next(File.Case, Document, step);

    private void Go(int step)
    {
        if (Neighbour(step) is { } next)
        {
            Desk.Show(next.Id);
        }
    }

    private void Compare() => Desk.Viewing.Compared = Compared is null && Others is [CaseDocument first, ..] ? first.Id : null;

    private void Choose(ChangeEventArgs change) => Desk.Viewing.Compared = Guid.TryParse(change.Value as string, out Guid id) ? id : null;
}
