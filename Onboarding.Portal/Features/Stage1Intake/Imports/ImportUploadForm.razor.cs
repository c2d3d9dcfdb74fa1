using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Imports;
using Onboarding.Core.Partners;
using Onboarding.Core.Results;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Jobs;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Stage1Intake.Imports;

/// <summary>Sends a file through the connection of the page in small pieces; neither side holds it. Then its dry run begins.</summary>
public sealed partial class ImportUploadForm : IDisposable
{
    private const int All = 100;

    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<ProductCard> _products = [];
    private IReadOnlyList<PartnerRow> _partners = [];
    private IReadOnlyList<Core.Results.FieldError> _errors = [];
    private CancellationTokenSource? _sending;
    private IBrowserFile? _file;
    private string? _refusal;
    private string _product = string.Empty;
    private string _partner = string.Empty;
    private string _evidence = string.Empty;
    private Channel _channel = Channel.Offline;
    private bool _isSending;
    private int _percent;

    [Inject]
    private UploadImportHandler Handler { get; set; } = default!;

    [Inject]
    private ImportSettings Settings { get; set; } = default!;

    [Inject]
    private ImportWork Work { get; set; } = default!;

    [Inject]
    private ProductReader Products { get; set; } = default!;

    [Inject]
    private PartnerReader Partners { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private UnsavedInput Unsaved { get; set; } = default!;

    [Inject]
    private ILogger<ImportUploadForm> Log { get; set; } = default!;

    private string Limits => ImportText.Limits.With(FileSizes.Of(Settings.MaxBytes), ImportWording.Number(Settings.MaxRows));

    /// <summary>Ends what is on its way: the page is gone.</summary>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
        _sending?.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _products = ProductCard.Offered(await Products.AllAsync(_leaving.Token));
        _partners = [.. (await Partners.ListAsync(_leaving.Token)).Where(partner => !partner.IsDisabled)];
    }

    private void Take(InputFileChangeEventArgs chosen)
    {
        _file = chosen.File;

        // A larger one is not even fetched. What announces a false size is caught while it passes by.
        _errors = _file.Size > Settings.MaxBytes ? [TooLarge()] : [.. _errors.Where(error => error.Field is not (nameof(ImportDeclaration.FileName) or nameof(ImportBatch.Size)))];
    }

    private async Task SendAsync()
    {
        if (_isSending)
        {
            return;
        }

        _refusal = null;
        _errors = [];
        if (_file is null || _file.Size > Settings.MaxBytes)
        {
            _refusal = DomainText.RefusalCode_InvalidInput;
            _errors =
            [
                _file is null ? new Core.Results.FieldError(nameof(ImportDeclaration.FileName), InputProblem.Required) : TooLarge(),
                .. string.IsNullOrWhiteSpace(_evidence) ? [new Core.Results.FieldError(nameof(ImportDeclaration.Evidence), InputProblem.Required)] : Array.Empty<Core.Results.FieldError>(),
            ];
            return;
        }

        (_isSending, _percent) = (true, 0);
        _sending?.Dispose();
        _sending = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
        try
        {
            await SendAsync(_file, _sending.Token);
        }
        catch (OperationCanceledException) when (_sending.IsCancellationRequested)
        {
            _refusal = ImportText.GivenUp;
        }
        catch (IOException exception)
        {
            // The connection broke while the file came: nothing was stored, and the person can try again.
            ImportLog.UploadBroken(Log, exception);
            _refusal = ImportText.Broken;
        }
        finally
        {
            _isSending = false;
        }
    }

    private async Task SendAsync(IBrowserFile file, CancellationToken cancellation)
    {
        ImportDeclaration declaration = new(
            file.Name,
            _product.Length == 0 ? null : _product,
            _channel,
            _channel == Channel.Partner && Guid.TryParse(_partner, out Guid partner) ? partner : null,
            _evidence);
        await using Stream content = file.OpenReadStream(Settings.MaxBytes + 1, cancellation);
        await using CountingStream counted = new(content, Show);
        Result<Guid> uploaded = await Handler.HandleAsync(declaration, counted, await Current.GetAsync(), cancellation);
        if (uploaded.IsDone)
        {
            Unsaved.End();
            await Work.WakeAsync(CancellationToken.None);
            Navigation.NavigateTo(ImportUrls.Of(uploaded.Value));
            return;
        }

        _errors = uploaded.Refusal is Invalid invalid ? invalid.Errors : [];
        _refusal = _errors.Count > 0 ? DomainText.RefusalCode_InvalidInput : DomainTexts.Of(uploaded.Refusal);
    }

    private void GiveUp() => _sending?.Cancel();

    private void Show(long read)
    {
        int percent = (int)Math.Min(All, read * All / Math.Max(1, _file!.Size));
        if (percent != _percent)
        {
            _percent = percent;
            _ = InvokeAsync(StateHasChanged);
        }
    }

    private string? Problem(params ReadOnlySpan<string> fields)
    {
        foreach (Core.Results.FieldError error in _errors)
        {
            if (fields.Contains(error.Field))
            {
                return error switch
                {
                    { Field: nameof(ImportBatch.Size), Problem: InputProblem.Required } => DomainText.ImportProblemCode_FileEmpty,
                    { Field: nameof(ImportBatch.Size) } => ImportText.TooLarge.With(FileSizes.Of(Settings.MaxBytes)),
                    _ => DomainTexts.Of(error),
                };
            }
        }

        return null;
    }

    private static Core.Results.FieldError TooLarge() => new(nameof(ImportBatch.Size), InputProblem.OutOfRange);
}
