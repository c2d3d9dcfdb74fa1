using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;

namespace Onboarding.Portal.Features.Stage1Intake.Documents;

/// <summary>Takes the files of one kind of document, streams them to where they belong, and shows how far they are.</summary>
public sealed partial class DocumentField : IDisposable
{
    private const string Accepted = ".jpg,.jpeg,.png,.webp,.heic,.heif,.pdf,image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf";
    private const int MostAtOnce = 10;
    private const int StepsShown = 5;

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource _leaving = new();
    private readonly List<ArrivingFile> _arriving = [];
    private readonly List<string> _problems = [];
    private readonly List<IBrowserFile> _broken = [];
    private InputFile? _input;
    private string _id = string.Empty;
    private int _round;
    private bool _isFollowing;

    /// <summary>What the documents are.</summary>
    [Parameter, EditorRequired]
    public DocumentKind Kind { get; set; }

    /// <summary>Where they go.</summary>
    [Parameter, EditorRequired]
    public required DocumentTray Tray { get; set; }

    /// <summary>The name of the document as the visitor reads it.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = string.Empty;

    /// <summary>What makes a usable copy.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Whether the form asks for it.</summary>
    [Parameter]
    public bool Required { get; set; }

    /// <summary>What is wrong, beyond the files themselves.</summary>
    [Parameter]
    public string? Error { get; set; }

    /// <summary>Raised when a file arrived or was taken out.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [CascadingParameter]
    private RegistrationForm? Form { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private bool HasFiles => Tray.Of(Kind).Any();

    private bool IsFilled => Tray.Has(Kind);

    private bool IsBusy => _arriving.Count > 0;

    /// <summary>Stops what is still arriving: the page is gone.</summary>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override void OnParametersSet() => _id = FieldPaths.InputId(FieldPaths.Document(Kind));

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Form?.TakesFocus(FieldPaths.Document(Kind)) == true && _input?.Element is { } element)
        {
            await element.FocusAsync();
        }

        if (Tray.Waits(Kind) && !_isFollowing)
        {
            _ = FollowAsync();
        }
    }

    // While a file waits for its check, the field looks whether it is done; nobody else would tell this page.
    private async Task FollowAsync()
    {
        _isFollowing = true;
        using PeriodicTimer timer = new(LookAgain, Clock);
        try
        {
            while (Tray.Waits(Kind) && await timer.WaitForNextTickAsync(_leaving.Token))
            {
                await InvokeAsync(async () =>
                {
                    await Tray.RefreshAsync(_leaving.Token);
                    await OnChanged.InvokeAsync();
                    StateHasChanged();
                });
            }
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }

        _isFollowing = false;
    }

    // What the visitor has to know of a file, or null.
    private static string? StateOf(TrayDocument file) => file.State switch
    {
        DocumentState.Usable => null,
        DocumentState.NotYetChecked => IntakeText.FileNotYetChecked,
        DocumentState.Quarantined => IntakeText.FileQuarantined,
        DocumentState.Removed => IntakeText.FileRemoved,
    };

    private async Task TakeAsync(InputFileChangeEventArgs chosen)
    {
        _problems.Clear();
        if (chosen.FileCount > MostAtOnce)
        {
            string problem = IntakeText.TooManyFilesAtOnce;
            _problems.Add(string.Format(System.Globalization.CultureInfo.CurrentCulture, problem, MostAtOnce));
            _round++;
            return;
        }

        await UploadAllAsync(chosen.GetMultipleFiles(MostAtOnce));
    }

    // What the connection broke off is still chosen in the browser, so it need not be looked for again.
    private Task RetryAsync()
    {
        List<IBrowserFile> files = [.. _broken];
        _problems.Clear();
        return UploadAllAsync(files);
    }

    private async Task UploadAllAsync(IReadOnlyList<IBrowserFile> files)
    {
        _broken.Clear();
        List<string> refused = [];
        _arriving.AddRange(files.Select(file => new ArrivingFile(file.Name, file.Size)));
        foreach (IBrowserFile file in files)
        {
            if (await UploadAsync(file, _arriving[0]) is { } problem)
            {
                refused.Add($"{file.Name}: {problem}");
            }

            _arriving.RemoveAt(0);
            if (IsBusy)
            {
                StateHasChanged();
            }
        }

        // Shown together with a fresh input, into which the same file can be chosen again after a refusal. A file that is to be
        // tried again lives in the input that it was chosen in.
        _problems.AddRange(refused);
        _round += _broken.Count == 0 ? 1 : 0;
        await OnChanged.InvokeAsync();
    }

    // What is wrong with the file, or null when it has arrived.
    private async Task<string?> UploadAsync(IBrowserFile file, ArrivingFile arriving)
    {
        // Larger files are not even fetched. What announces a false size is caught while it passes by.
        if (file.Size > DocumentLimits.MaximumSize)
        {
            return DomainTexts.Of(DocumentRejection.TooLarge);
        }

        if (!Tray.MayAdd)
        {
            return IntakeText.UploadTooFast;
        }

        try
        {
            await using Stream content = file.OpenReadStream(DocumentLimits.MaximumSize + 1L, _leaving.Token);
            Refusal? refusal = await Tray.AddAsync(Kind, file.Name, new CountingStream(content, read => Show(arriving, read)), _leaving.Token);
            return refusal is null ? null : DomainTexts.Of(refusal);
        }
        catch (Exception exception) when (exception is IOException or JSException or TimeoutException)
        {
            _broken.Add(file);
            return IntakeText.UploadBroken;
        }
    }

    private async Task RemoveAsync(TrayDocument file)
    {
        _problems.Clear();
        if (await Tray.RemoveAsync(file, _leaving.Token) is { } refusal)
        {
            _problems.Add($"{file.FileName}: {DomainTexts.Of(refusal)}");
        }

        await OnChanged.InvokeAsync();
    }

    // A render for each chunk of a large file would be hundreds; one for every few percent moves the bar as well.
    private void Show(ArrivingFile file, long read)
    {
        if (file.Advance(read, StepsShown))
        {
            _ = InvokeAsync(StateHasChanged);
        }
    }
}
