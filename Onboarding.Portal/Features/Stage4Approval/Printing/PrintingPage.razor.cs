using System.Globalization;
using Microsoft.AspNetCore.Components;
using Onboarding.Core.Cases;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Printing;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Live;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Stage4Approval.Printing;

/// <summary>Bulk printing, followed while it is under way.</summary>
public sealed partial class PrintingPage
{
    private static readonly CaseStatus[] Statuses =
        [CaseStatus.AwaitingApproval, CaseStatus.Activating, CaseStatus.Active, CaseStatus.Completed, CaseStatus.Rejected];

    private readonly VisitorLanguage _visitor = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly HashSet<string> _chosen = new(StringComparer.Ordinal);
    private readonly HashSet<ReportKind> _kinds = [];
    private readonly Dictionary<Guid, IReadOnlyList<PrintItem>> _parts = [];
    private readonly List<IDisposable> _subscriptions = [];
    private IReadOnlyList<PrintChoice>? _choices;
    private IReadOnlyList<PrintRequest>? _prints;
    private Language _language;
    private string? _refusal;
    private bool _hasFailed;
    private bool _isBusy;
    private bool _hasChosenKinds;

    [SupplyParameterFromQuery(Name = PrintingUrls.StatusParameter)]
    private string? Status { get; set; }

    [SupplyParameterFromQuery(Name = PrintingUrls.BeforeParameter)]
    private Guid? Before { get; set; }

    [Inject]
    private PrintReader Reader { get; set; } = default!;

    [Inject]
    private StartPrintingHandler Printing { get; set; } = default!;

    [Inject]
    private CancelPrintingHandler Cancelling { get; set; } = default!;

    [Inject]
    private PrintFeed Feed { get; set; } = default!;

    [Inject]
    private PrintSettings Settings { get; set; } = default!;

    [Inject]
    private PageClock Ticks { get; set; } = default!;

    [Inject]
    private DisplayTime Time { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private ILogger<PrintingPage> Logger { get; set; } = default!;

    private CaseStatus Shown => Enum.TryParse(Status, ignoreCase: true, out CaseStatus status) && Statuses.Contains(status) ? status : CaseStatus.AwaitingApproval;

    private int Count => _chosen.Count * _kinds.Count;

    /// <inheritdoc />
    public void Dispose()
    {
        _subscriptions.ForEach(subscription => subscription.Dispose());
        _closing.Cancel();
        _closing.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _language = Languages.From(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        _subscriptions.Add(Feed.Subscribe(changed => _ = InvokeAsync(FollowAsync)));
        _subscriptions.Add(Ticks.Subscribe(() => _ = InvokeAsync(FollowAsync)));
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        // What is mostly printed of the cases that are shown, until somebody chooses.
        if (!_hasChosenKinds)
        {
            _kinds.Clear();
            _kinds.Add(Exists(ReportKind.ApprovalForm) ? ReportKind.ApprovalForm : ReportKind.VerificationReport);
        }

        return ReloadAsync();
    }

    // A case that waits for its decision has no form of it yet, and only an active service has a letter.
    private bool Exists(ReportKind kind) => kind switch
    {
        ReportKind.ApprovalForm => Shown != CaseStatus.AwaitingApproval,
        ReportKind.ActivationLetter => Shown is CaseStatus.Active or CaseStatus.Completed,
        _ => true,
    };

    private Task ReloadAsync() => TryAsync(async actor =>
    {
        _choices = (await Reader.ChoicesAsync(Shown, Before, actor, _closing.Token)).Value;
        await ReadPrintsAsync(actor);
    });

    private Task FollowAsync()
    {
        _visitor.Speak();
        return TryAsync(ReadPrintsAsync);
    }

    private async Task ReadPrintsAsync(Actor actor)
    {
        _prints = (await Reader.ListAsync(actor, _closing.Token)).Value;
        foreach (PrintRequest print in _prints.Where(print => HasParts(print) && !_parts.ContainsKey(print.Id)))
        {
            _parts[print.Id] = (await Reader.ItemsAsync(print.Id, actor, _closing.Token)).Value;
        }
    }

    // Separate files, or reports of which is said why they are not printed.
    private static bool HasParts(PrintRequest print) => !print.IsOpen && (print.Skipped > 0 || print is { State: PrintState.Done, IsJoined: false });

    private async Task TryAsync(Func<Actor, Task> read)
    {
        try
        {
            await read(await Current.GetAsync());
            _hasFailed = false;
        }
        catch (OperationCanceledException)
        {
            // The page has closed.
            return;
        }
        catch (ObjectDisposedException)
        {
            // The page closed between the notice and its turn.
            return;
        }
#pragma warning disable CA1031 // Whatever the database did: the page stays and offers to try again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _hasFailed = true;
            LogReadingFailed(Logger, exception.GetType().Name);
        }

        StateHasChanged();
    }

    private void Toggle(ReportKind kind, bool isChosen)
    {
        _hasChosenKinds = true;
        if (isChosen)
        {
            _kinds.Add(kind);
        }
        else
        {
            _kinds.Remove(kind);
        }
    }

    private async Task StartAsync()
    {
        _isBusy = true;
        try
        {
            StartPrinting command = new([.. _chosen.Order(StringComparer.Ordinal)], [.. ReportCatalogOrder()], _language);
            Result<Guid> started = await Printing.HandleAsync(command, await Current.GetAsync(), _closing.Token);
            _refusal = started.IsDone ? null : DomainTexts.Of(started.Refusal);
            if (started.IsDone)
            {
                _chosen.Clear();
            }
        }
        finally
        {
            _isBusy = false;
        }

        await FollowAsync();
    }

    private IEnumerable<ReportKind> ReportCatalogOrder() => Reports.ReportCatalog.All.Select(entry => entry.Kind).Where(_kinds.Contains);

    private async Task CancelAsync(Guid id)
    {
        Result<Done> cancelled = await Cancelling.HandleAsync(new CancelPrinting(id), await Current.GetAsync(), _closing.Token);
        _refusal = cancelled.IsDone ? null : DomainTexts.Of(cancelled.Refusal);
        await FollowAsync();
    }

    [LoggerMessage(EventId = 4041, Level = LogLevel.Error, Message = "The page of bulk prints could not be read: {Failure}")]
    private static partial void LogReadingFailed(ILogger logger, string failure);
}
