using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues.Views;

/// <summary>
/// Keeps what each person wants to see in the rows of a queue page: a view of their own without a name, which is offered to nobody and holds nothing
/// but the columns.
/// </summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="contexts">Makes contexts.</param>
/// <param name="clock">Clock.</param>
public sealed class QueueColumnsHandler(UnitOfWork unitOfWork, OnboardingContextFactory contexts, TimeProvider clock) : IUseCase
{
    /// <summary>The columns that this person chose for a page, or null while they chose none.</summary>
    public async Task<IReadOnlyList<QueueColumn>?> ReadAsync(string page, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Id.Length == 0)
        {
            return null;
        }

        await using var context = contexts.CreateDbContext();
        var definition = await context.QueueViews.AsNoTracking()
            .Where(view => view.OwnerId == actor.Id && view.Page == page && view.Name == QueueView.Nameless)
            .Select(view => view.Definition).SingleOrDefaultAsync(cancellationToken);
        return definition is null ? null : QueueDefinitionText.Read(definition).Definition.Columns;
    }

    /// <summary>Keeps what this person chose; the usual columns are kept by forgetting the choice.</summary>
    public async Task<Result<Done>> SaveAsync(string page, IReadOnlyList<QueueColumn> columns, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsStaff || WorkQueues.VisibleTo(actor.Roles).Count == 0)
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        if (FreeText.Refuse(nameof(QueueView.Page), page, QueueView.MaxPageLength, isRequired: true) is { } refusal)
        {
            return refusal;
        }

        var chosen = new QueueDefinition { Columns = [.. columns.Where(column => Enum.IsDefined(column)).Distinct().Order()] };
        return await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                var kept = await scope.Context.QueueViews
                    .SingleOrDefaultAsync(view => view.OwnerId == actor.Id && view.Page == page && view.Name == QueueView.Nameless, cancellationToken);
                if (chosen.HasUsualColumns)
                {
                    if (kept is not null)
                    {
                        scope.Context.QueueViews.Remove(kept);
                    }

                    return Done.Instance;
                }

                var now = Instant.Now(clock);
                if (kept is null)
                {
                    kept = new QueueView(SequentialId.New(clock), actor, page, now);
                    scope.Context.QueueViews.Add(kept);
                }

                kept.Write(QueueView.Nameless, chosen, [], now);
                return Done.Instance;
            },
            cancellationToken);
    }
}
