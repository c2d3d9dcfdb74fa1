using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Reporting.Figures;

/// <summary>
/// Folds what the writes appended into the rows of the figures (job). Readers add what is not folded yet, so a fold that comes
/// late changes no figure; it only keeps reading short.
/// </summary>
/// <param name="unitOfWork">The write path.</param>
public sealed class FoldFiguresHandler(UnitOfWork unitOfWork) : IUseCase
{
    /// <summary>At most this many deltas in one call; the caller calls again after a full batch. Short, because SQLite has one writer.</summary>
    public const int BatchSize = 1000;

    /// <summary>Folds the oldest; answers how many.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var folded = await unitOfWork.WriteAsync<int>(
            async scope =>
            {
                await scope.LockFiguresAsync(cancellationToken);
                var deltas = await scope.Context.FigureDeltas.AsNoTracking().OrderBy(delta => delta.Id).Take(BatchSize).ToListAsync(cancellationToken);
                var totals = new FigureTotals();
                foreach (var delta in deltas)
                {
                    totals.Add(delta.Place, delta.Counts);
                }

                await FigureStore.AddAsync(scope.Context, totals, cancellationToken);
                Guid[] ids = [.. deltas.Select(delta => delta.Id)];
                return await scope.Context.FigureDeltas.Where(delta => ids.Contains(delta.Id)).ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);
        return folded.IsDone ? folded.Value : 0;
    }
}
