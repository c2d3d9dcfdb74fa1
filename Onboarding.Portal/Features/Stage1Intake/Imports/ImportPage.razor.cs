using Microsoft.AspNetCore.Components;
using Onboarding.Core.Imports;
using Onboarding.Core.Partners;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Jobs;
using Radzen;

namespace Onboarding.Portal.Features.Stage1Intake.Imports;

/// <summary>One import, followed while it is under way.</summary>
public sealed partial class ImportPage
{
    private IReadOnlyList<ImportProblem> _fileProblems = [];
    private IReadOnlyList<ImportProblem> _problems = [];
    private IReadOnlyList<ImportProblemGroup> _groups = [];
    private IReadOnlyList<ImportRow> _rows = [];
    private ImportBatch? _batch;
    private string? _partnerName;
    private string? _refusal;
    private bool _isMissing;

    /// <summary>Which import.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <inheritdoc />
    protected override bool IsOpen => _batch is { } batch && ImportWording.IsActive(batch);

    [SupplyParameterFromQuery(Name = ImportUrls.ColumnParameter)]
    private string? Column { get; set; }

    [SupplyParameterFromQuery(Name = ImportUrls.CodeParameter)]
    private string? Code { get; set; }

    [SupplyParameterFromQuery(Name = ImportUrls.RowParameter)]
    private int? Row { get; set; }

    [SupplyParameterFromQuery(Name = ImportUrls.ErrorsParameter)]
    private bool OnlyErrors { get; set; }

    [SupplyParameterFromQuery(Name = ImportUrls.AfterProblemParameter)]
    private int? AfterProblem { get; set; }

    [SupplyParameterFromQuery(Name = ImportUrls.RefusedParameter)]
    private bool OnlyRefused { get; set; }

    [SupplyParameterFromQuery(Name = ImportUrls.AfterRowParameter)]
    private int? AfterRow { get; set; }

    [Inject]
    private StartImportHandler Start { get; set; } = default!;

    [Inject]
    private CancelImportHandler Cancel { get; set; } = default!;

    [Inject]
    private EndImportHandler End { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private ImportWork Work { get; set; } = default!;

    [Inject]
    private PartnerReader Partners { get; set; } = default!;

    private ImportView View => new()
    {
        Column = Column,
        Code = Code,
        Row = Row,
        OnlyErrors = OnlyErrors,
        AfterProblem = AfterProblem,
        OnlyRefused = OnlyRefused,
        AfterRow = AfterRow,
    };

    /// <inheritdoc />
    protected override bool Concerns(Guid id) => id == Id;

    /// <inheritdoc />
    protected override async Task ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        await ReadBatchAsync(actor, cancellationToken);
        if (_batch is not { } batch)
        {
            return;
        }

        ImportProblemFilter filter = new(Column, Code, Row, OnlyErrors);
        _fileProblems = (await Reader.ProblemsAsync(Id, new ImportProblemFilter(Row: 0), 0, actor, cancellationToken)).Value;
        _problems = (await Reader.ProblemsAsync(Id, filter, AfterProblem ?? 0, actor, cancellationToken)).Value;
        _groups = (await Reader.GroupsAsync(Id, actor, cancellationToken)).Value;
        if (batch.PartnerId is { } partner && _partnerName is null)
        {
            _partnerName = (await Partners.FindAsync(partner, cancellationToken))?.Partner.Name;
        }

        await ReadRowsAsync(actor, cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task RefreshAsync(Actor actor, CancellationToken cancellationToken)
    {
        ImportState? before = _batch?.State;
        await ReadBatchAsync(actor, cancellationToken);
        if (_batch?.State == before)
        {
            await ReadRowsAsync(actor, cancellationToken);
        }
        else
        {
            await ReadAsync(actor, cancellationToken);
        }
    }

    private async Task ReadBatchAsync(Actor actor, CancellationToken cancellationToken)
    {
        Result<ImportBatch> found = await Reader.FindAsync(Id, actor, cancellationToken);
        _isMissing = !found.IsDone;
        _batch = found.IsDone ? found.Value : null;
    }

    private async Task ReadRowsAsync(Actor actor, CancellationToken cancellationToken) =>
        _rows = _batch is { RowsDone: > 0 } ? (await Reader.RowsAsync(Id, OnlyRefused, AfterRow ?? 0, actor, cancellationToken)).Value : [];

    private async Task StartAsync(bool leavesOutErrors)
    {
        if (Done(await Start.HandleAsync(new StartImport(Id, leavesOutErrors), await ActorAsync(), Closing)))
        {
            await Work.WakeAsync(CancellationToken.None);
        }

        await ReloadAsync();
    }

    private async Task CancelAsync()
    {
        Done(await Cancel.HandleAsync(new CancelImport(Id), await ActorAsync(), Closing));
        await ReloadAsync();
    }

    private async Task EndAsync()
    {
        string made = ImportWording.Number(_batch?.Registered ?? 0);
        ConfirmRequest question = new(ImportText.EndTitle, ImportText.EndQuestion.With(made), ImportText.End, IsDangerous: true);
        if (await Dialogs.ConfirmAsync(question) is null)
        {
            return;
        }

        Done(await End.HandleAsync(new EndImport(Id), await ActorAsync(), Closing));
        await ReloadAsync();
    }

    private bool Done(Result<Done> result)
    {
        _refusal = result.IsDone ? null : DomainTexts.Of(result.Refusal);
        return result.IsDone;
    }
}
