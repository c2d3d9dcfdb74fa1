using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Imports;

/// <summary>Which problems of a dry run are shown.</summary>
/// <param name="Column">Of this column, or null for all.</param>
/// <param name="Code">With this code, or null for all.</param>
/// <param name="Row">Of this row (0: of the file as a whole), or null for all.</param>
/// <param name="OnlyErrors">Only those that keep rows out.</param>
public sealed record ImportProblemFilter(string? Column = null, string? Code = null, int? Row = null, bool OnlyErrors = false);

/// <summary>How often something was found in a column.</summary>
/// <param name="Column">The column, or null for rows and the file.</param>
/// <param name="Code">What was found.</param>
/// <param name="IsError">Whether it keeps rows out.</param>
/// <param name="Count">How often, among the problems that are listed.</param>
/// <param name="Arguments">Values for the text, of the first of them.</param>
public sealed record ImportProblemGroup(string? Column, string Code, bool IsError, int Count, IReadOnlyList<string> Arguments);

/// <summary>Reads imports for Customer Service. Nothing of it is personal data.</summary>
/// <param name="contexts">Makes contexts for reading.</param>
public sealed class ImportReader(OnboardingContextFactory contexts)
{
    /// <summary>How many a page shows.</summary>
    public const int PageSize = 50;

    /// <summary>How many a download reads at a time.</summary>
    public const int DownloadSize = 1000;

    private const int MostGroups = 200;

    /// <summary>Imports, the newest first.</summary>
    /// <param name="before">The last of the page before, or null.</param>
    /// <param name="actor">Customer Service.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Result<IReadOnlyList<ImportBatch>>> ListAsync(Guid? before, Actor actor, CancellationToken cancellationToken)
    {
        if (Refuse(actor) is { } refusal)
        {
            return refusal;
        }

        await using var context = contexts.CreateDbContext();
        return await context.ImportBatches.AsNoTracking()
            .Where(batch => before == null || batch.Id.CompareTo(before.Value) < 0)
            .OrderByDescending(batch => batch.Id).Take(PageSize).ToListAsync(cancellationToken);
    }

    /// <summary>One import.</summary>
    public async Task<Result<ImportBatch>> FindAsync(Guid batchId, Actor actor, CancellationToken cancellationToken)
    {
        if (Refuse(actor) is { } refusal)
        {
            return refusal;
        }

        await using var context = contexts.CreateDbContext();
        return await context.ImportBatches.AsNoTracking().SingleOrDefaultAsync(batch => batch.Id == batchId, cancellationToken) is { } found
            ? found
            : new NotFound(RefusalCode.RecordNotFound);
    }

    /// <summary>Problems in their order.</summary>
    /// <param name="batchId">Which import.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="after">Number of the last one of the page before, or 0.</param>
    /// <param name="actor">Customer Service.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="count">How many at most.</param>
    public async Task<Result<IReadOnlyList<ImportProblem>>> ProblemsAsync(
        Guid batchId, ImportProblemFilter filter, int after, Actor actor, CancellationToken cancellationToken, int count = PageSize)
    {
        if (Refuse(actor) is { } refusal)
        {
            return refusal;
        }

        await using var context = contexts.CreateDbContext();
        return await context.ImportProblems.AsNoTracking()
            .Where(problem => problem.BatchId == batchId && problem.Number > after)
            .Where(problem => filter.Column == null || problem.Column == filter.Column)
            .Where(problem => filter.Code == null || problem.Code == filter.Code)
            .Where(problem => filter.Row == null || problem.Row == filter.Row)
            .Where(problem => !filter.OnlyErrors || problem.IsError)
            .OrderBy(problem => problem.Number).Take(count).ToListAsync(cancellationToken);
    }

    /// <summary>What was found how often, the most frequent first.</summary>
    public async Task<Result<IReadOnlyList<ImportProblemGroup>>> GroupsAsync(Guid batchId, Actor actor, CancellationToken cancellationToken)
    {
        if (Refuse(actor) is { } refusal)
        {
            return refusal;
        }

        await using var context = contexts.CreateDbContext();
        var groups = await context.ImportProblems.AsNoTracking()
            .Where(problem => problem.BatchId == batchId)
            .GroupBy(problem => new { problem.Column, problem.Code, problem.IsError })
            .Select(group => new { group.Key.Column, group.Key.Code, group.Key.IsError, Count = group.Count(), First = group.Min(problem => problem.Number) })
            .OrderByDescending(group => group.Count).ThenBy(group => group.Column).ThenBy(group => group.Code)
            .Take(MostGroups)
            .ToListAsync(cancellationToken);
        var first = groups.ConvertAll(group => group.First);
        var arguments = await context.ImportProblems.AsNoTracking()
            .Where(problem => problem.BatchId == batchId && first.Contains(problem.Number))
            .ToDictionaryAsync(problem => problem.Number, problem => problem.Arguments, cancellationToken);
        return groups.ConvertAll(group => new ImportProblemGroup(group.Column, group.Code, group.IsError, group.Count, arguments.GetValueOrDefault(group.First, [])));
    }

    /// <summary>What became of the rows, in their order.</summary>
    /// <param name="batchId">Which import.</param>
    /// <param name="onlyRefused">Only rows of which no case was made.</param>
    /// <param name="after">The last row of the page before, or 0.</param>
    /// <param name="actor">Customer Service.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="count">How many at most.</param>
    public async Task<Result<IReadOnlyList<ImportRow>>> RowsAsync(
        Guid batchId, bool onlyRefused, int after, Actor actor, CancellationToken cancellationToken, int count = PageSize)
    {
        if (Refuse(actor) is { } refusal)
        {
            return refusal;
        }

        await using var context = contexts.CreateDbContext();
        return await context.ImportRows.AsNoTracking()
            .Where(row => row.BatchId == batchId && row.Row > after && (!onlyRefused || row.Code != null))
            .OrderBy(row => row.Row).Take(count).ToListAsync(cancellationToken);
    }

    private static NotAllowed? Refuse(Actor actor) => actor.Has(ActorRole.CustomerService) ? null : new NotAllowed(RefusalCode.RoleNotAllowed);
}
