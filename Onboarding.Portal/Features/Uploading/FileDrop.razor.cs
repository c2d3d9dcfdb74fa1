using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using Onboarding.Core.Documents;
using Onboarding.Portal.Components;
using Onboarding.Portal.Components.Controls;

namespace Onboarding.Portal.Features.Uploading;

/// <summary>
/// Sends files over HTTP, several at once, and shows how far each is. What the browser says of name, size and type is only a hint:
/// the portal looks at the content.
/// </summary>
public sealed partial class FileDrop : IAsyncDisposable
{
    /// <summary>How many files can be chosen in one go.</summary>
    public const int MostAtOnce = 20;

    private const string Accepted = ".jpg,.jpeg,.png,.webp,.heic,.heif,.pdf,image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf";

    private static readonly IReadOnlyList<DocumentKind> Kinds = [.. Enum.GetValues<DocumentKind>().Where(kind => kind != DocumentKind.IssuedForm)];

    private readonly string _hintId = ElementId.Next("upload");
    private ElementReference _place;
    private ElementReference _input;
    private DotNetObjectReference<FileDrop>? _self;
    private IJSObjectReference? _script;
    private UploadPlace? _issuedFor;
    private UploadPlace? _startedFor;
    private string? _name;
    private string? _ticket;
    private string? _antiforgery;
    private bool _isGone;

    /// <summary>Where the files go.</summary>
    [Parameter, EditorRequired]
    public required UploadPlace Place { get; set; }

    /// <summary>What the files are: they are sent at once. Null lets the person say so for each, and send them.</summary>
    [Parameter]
    public DocumentKind? Kind { get; set; }

    /// <summary>Shows a large place to drop files on.</summary>
    [Parameter]
    public bool HasTarget { get; set; }

    /// <summary>Lets the person say that the files replace what is there of their kind; else they are further pages of it.</summary>
    [Parameter]
    public bool CanReplace { get; set; }

    /// <summary>Id of the input.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>What the button says.</summary>
    [Parameter]
    public string? ChooseText { get; set; }

    /// <summary>The name of the input for a screen reader.</summary>
    [Parameter]
    public string? ChooseLabel { get; set; }

    /// <summary>The name of the camera's input for a screen reader.</summary>
    [Parameter]
    public string? PhotoLabel { get; set; }

    /// <summary>Ids of what describes the input.</summary>
    [Parameter]
    public string? DescribedBy { get; set; }

    /// <summary>Raised when a file has arrived.</summary>
    [Parameter]
    public EventCallback OnArrived { get; set; }

    [Inject]
    private UploadTickets Tickets { get; set; } = default!;

    [Inject]
    private AntiforgeryStateProvider Antiforgery { get; set; } = default!;

    [Inject]
    private IJSRuntime Scripts { get; set; } = default!;

    private static string TooLarge => DomainTexts.Of(DocumentRejection.TooLarge.ToRefusal());

    /// <summary>A file has arrived; called by the script, which drops it from its list when this returns.</summary>
    [JSInvokable]
    public Task ArrivedAsync() => InvokeAsync(OnArrived.InvokeAsync);

    /// <summary>Puts the focus on the button.</summary>
    public ValueTask FocusAsync() => _input.FocusAsync();

    /// <summary>Lets go of the list; what is on its way goes on.</summary>
    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        await _script.EndAsync(_place);

        _self?.Dispose();
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (_issuedFor != Place)
        {
            _issuedFor = Place;
            _ticket = Tickets.Issue(Place);
            _name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Place.ToString())));
            _antiforgery = Antiforgery.GetAntiforgeryToken()?.Value;
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_startedFor == Place)
        {
            return;
        }

        // Files of one form are never sent beside another that takes its place on the page.
        bool isAnother = _startedFor is not null;
        _startedFor = Place;
        _self ??= DotNetObjectReference.Create(this);
        _script ??= await Scripts.InvokeAsync<IJSObjectReference>("import", $"./{Assets["Features/Uploading/FileDrop.razor.js"]}");

        // Somebody may have gone on to another step while the script was on its way.
        if (_script is not null && !_isGone)
        {
            await (isAnother ? _script.InvokeVoidAsync("stop", _place) : ValueTask.CompletedTask);
            await _script.InvokeVoidAsync("start", _place, _self);
        }
    }
}
