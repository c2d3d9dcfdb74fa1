using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting.Figures;

/// <summary>
/// Makes all figures anew from the cases: after a repair of the database by hand, and when the office's zone or the meaning of
/// a figure changed. One transaction; whoever changes a case waits for it.
/// </summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="hours">The office's zone.</param>
/// <param name="clock">Clock.</param>
public sealed class RebuildFiguresHandler(UnitOfWork unitOfWork, WorkingHours hours, TimeProvider clock) : IUseCase
{
    // Counts of so many places are kept in memory before they are written.
    private const int MostPlaces = 20_000;

    private readonly CaseFigures _figures = new(hours.Zone.Offset());

    /// <summary>Makes them anew, for administrators and the command line; answers how many cases were counted.</summary>
    public async Task<Result<long>> HandleAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.Administrator) && !actor.Has(ActorRole.System))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        return await unitOfWork.WriteAsync<long>(
            async scope =>
            {
                var cases = await RebuildAsync(scope, cancellationToken);
                await scope.RecordAsync(new AuditEntry("Figures.Rebuild"), actor, SequentialId.New(clock), Instant.Now(clock), cancellationToken);
                return cases;
            },
            cancellationToken);
    }

    private async Task<long> RebuildAsync(WriteScope scope, CancellationToken cancellationToken)
    {
        await scope.StopFiguresAsync(cancellationToken);
        await scope.Context.FigureDeltas.ExecuteDeleteAsync(cancellationToken);
        await scope.Context.FigureRows.ExecuteDeleteAsync(cancellationToken);
        var cases = 0L;
        var totals = new FigureTotals();
        await foreach (var batch in CountedCases.ReadAsync(scope.Context, cancellationToken))
        {
            foreach (var owner in batch)
            {
                _figures.Count(owner, 1, totals);
            }

            cases += batch.Count;
            if (totals.Count >= MostPlaces)
            {
                await SaveAsync(scope.Context, totals, cancellationToken);
                totals = new FigureTotals();
            }
        }

        await SaveAsync(scope.Context, totals, cancellationToken);
        return cases;
    }

    private static async Task SaveAsync(OnboardingContext context, FigureTotals totals, CancellationToken cancellationToken)
    {
        await FigureStore.AddAsync(context, totals, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }
}
