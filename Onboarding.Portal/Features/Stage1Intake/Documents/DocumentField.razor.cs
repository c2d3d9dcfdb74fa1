using Microsoft.AspNetCore.Components;
using Onboarding.Core.Documents;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Uploading;

namespace Onboarding.Portal.Features.Stage1Intake.Documents;

/// <summary>Takes the files of one kind of document, and shows what has arrived.</summary>
public sealed partial class DocumentField : IDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource _leaving = new();
    private FileDrop? _drop;
    private string? _problem;
    private string _id = string.Empty;
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
        if (Form?.TakesFocus(FieldPaths.Document(Kind)) == true && _drop is not null)
        {
            await _drop.FocusAsync();
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

    private static IconName IconOf(DocumentState state) => state switch
    {
        DocumentState.Usable => IconName.CheckCircle,
        DocumentState.NotYetChecked => IconName.HourglassTop,
        DocumentState.Quarantined or DocumentState.Removed => IconName.Error,
    };

    // What the visitor has to know of a file, or null.
    private static string? StateOf(TrayDocument file) => file.State switch
    {
        DocumentState.Usable => null,
        DocumentState.NotYetChecked => IntakeText.FileNotYetChecked,
        DocumentState.Quarantined => IntakeText.FileQuarantined,
        DocumentState.Removed => IntakeText.FileRemoved,
    };

    private async Task ArrivedAsync()
    {
        _problem = null;
        await Tray.RefreshAsync(_leaving.Token);
        await OnChanged.InvokeAsync();
    }

    private async Task RemoveAsync(TrayDocument file)
    {
        _problem = await Tray.RemoveAsync(file, _leaving.Token) is { } refusal ? $"{file.FileName}: {DomainTexts.Of(refusal)}" : null;

        await OnChanged.InvokeAsync();
    }
}
