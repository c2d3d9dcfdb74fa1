using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Stage1Intake.Documents;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features.Cases.Uploading;

/// <summary>
/// Takes files into a case. They stream through the connection of the page in small pieces, one file after the other, so that
/// neither side holds a whole file; what the browser says of name, size and type is only a hint.
/// </summary>
public sealed partial class DocumentUpload : IAsyncDisposable
{
    private const string Accepted = ".jpg,.jpeg,.png,.webp,.heic,.heif,.pdf,image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf";
    private const int MostAtOnce = 20;
    private const int StepsShown = 5;

    private static readonly IReadOnlyList<DocumentKind> Kinds = [.. Enum.GetValues<DocumentKind>().Where(kind => kind != DocumentKind.IssuedForm)];

    private readonly string _hintId = ElementId.Next("upload");
    private readonly List<UploadEntry> _entries = [];
    private ElementReference _place;
    private IJSObjectReference? _script;
    private DocumentKind _usual = DocumentKind.IdentityCard;
    private string? _problem;
    private int _round;
    private bool _isSending;

    /// <summary>The case.</summary>
    [Parameter, EditorRequired]
    public required CaseFile File { get; set; }

    [CascadingParameter]
    private CaseDesk Desk { get; set; } = default!;

    [Inject]
    private AddDocumentHandler Handler { get; set; } = default!;

    [Inject]
    private IJSRuntime Scripts { get; set; } = default!;

    [Inject]
    private ILogger<DocumentUpload> Log { get; set; } = default!;

    /// <summary>Ends what is on its way: the page is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        _entries.ForEach(entry => entry.Dispose());
        try
        {
            if (_script is not null)
            {
                await _script.InvokeVoidAsync("stop", _place);
                await _script.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and its script with it.
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _script = await Scripts.InvokeAsync<IJSObjectReference>("import", $"./{Assets["Features/Cases/Uploading/DocumentUpload.razor.js"]}");
            if (_script is not null)
            {
                await _script.InvokeVoidAsync("start", _place);
            }
        }
    }

    private void Take(InputFileChangeEventArgs chosen)
    {
        _round++;
        _problem = chosen.FileCount > MostAtOnce ? UploadingText.TooMany.With(MostAtOnce) : null;
        if (_problem is not null)
        {
            return;
        }

        foreach (IBrowserFile file in chosen.GetMultipleFiles(MostAtOnce))
        {
            UploadEntry entry = new(file, _usual);
            _entries.Add(entry);

            // Larger files are not even fetched. What announces a false size is caught while it passes by.
            if (file.Size > DocumentLimits.MaximumSize)
            {
                entry.End(UploadState.Refused, DomainTexts.Of(DocumentRejection.TooLarge));
            }
        }
    }

    private void PutAway(UploadEntry entry)
    {
        _entries.Remove(entry);
        entry.Dispose();
    }

    private async Task SendAsync(IEnumerable<UploadEntry> entries)
    {
        if (_isSending)
        {
            return;
        }

        _isSending = true;
        _problem = null;
        try
        {
            foreach (UploadEntry entry in entries.Where(entry => entry.CanSend).ToList())
            {
                await SendAsync(entry);
                StateHasChanged();
            }
        }
        finally
        {
            _isSending = false;
        }
    }

    private async Task SendAsync(UploadEntry entry)
    {
        _usual = entry.Kind;
        CancellationToken giveUp = entry.Begin();
        StateHasChanged();
        try
        {
            await using Stream file = entry.File.OpenReadStream(DocumentLimits.MaximumSize + 1L, giveUp);
            await using CountingStream content = new(file, read => Show(entry, read));
            DocumentState state = DocumentState.Usable;
            Refusal? refusal = await Desk.DoAsync(
                async (actor, token) =>
                {
                    // The version that is on the page when its turn comes: each document makes a new one.
                    CaseTarget target = Desk.File?.Target ?? File.Target;
                    Result<AddedDocument> added = await Handler.HandleAsync(new(target, entry.Kind, entry.File.Name), content, actor, token);
                    state = added.IsDone ? added.Value.State : state;
                    return added.IsDone ? added.Value.Case : added.Refusal;
                },
                giveUp);
            Tell(entry, refusal, state);
        }
        catch (OperationCanceledException) when (giveUp.IsCancellationRequested)
        {
            entry.End(UploadState.Broken, UploadingText.Cancelled);
        }
        catch (IOException exception)
        {
            // The connection broke while the file came: nothing was stored, and the person can try again.
            CaseLog.UploadBroken(Log, exception);
            entry.End(UploadState.Broken, UploadingText.Broken);
        }
    }

    private static void Tell(UploadEntry entry, Refusal? refusal, DocumentState state)
    {
        if (refusal is not null)
        {
            bool isFinal = refusal is { Code: RefusalCode.DocumentRejected };
            entry.End(isFinal ? UploadState.Refused : UploadState.Broken, DomainTexts.Of(refusal));
            return;
        }

        entry.End(UploadState.Done, state switch
        {
            DocumentState.Quarantined => UploadingText.Quarantined,
            DocumentState.NotYetChecked => UploadingText.NotYetChecked,
            DocumentState.Usable or DocumentState.Removed => null,
        });
    }

    private void Show(UploadEntry entry, long read)
    {
        if (entry.Advance(read, StepsShown))
        {
            _ = InvokeAsync(StateHasChanged);
        }
    }
}
