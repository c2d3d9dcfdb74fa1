using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues.Views;

/// <summary>Saves a view under a name, for oneself or for teams.</summary>
/// <param name="Id">The view of one's own that is replaced, or null for a new one.</param>
/// <param name="Page">The queue page.</param>
/// <param name="Name">Its name; required.</param>
/// <param name="View">What it shows. What somebody's name is searched by is not kept.</param>
/// <param name="SharedWith">The teams that see it: one's own, for a supervisor any; empty keeps it private.</param>
public sealed record SaveQueueView(Guid? Id, string Page, string Name, QueueDefinition View, IReadOnlyList<ActorRole> SharedWith);

/// <summary>Handles <see cref="SaveQueueView"/>.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="clock">Clock.</param>
public sealed class SaveQueueViewHandler(UnitOfWork unitOfWork, TimeProvider clock) : IUseCase
{
    /// <summary>The teams with which this person may share a view: their own; for the supervisor everybody with a part in the queues.</summary>
    public static IReadOnlyList<ActorRole> TeamsOf(Actor actor)
    {
        ActorRole[] teams = [.. WorkQueues.All.Select(info => info.Role).Append(ActorRole.Compliance).Distinct().Order()];
        return actor.Has(ActorRole.Supervisor) ? teams : [.. teams.Where(actor.Has)];
    }

    /// <summary>Saves it; answers its id.</summary>
    public async Task<Result<Guid>> HandleAsync(SaveQueueView command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsStaff || WorkQueues.VisibleTo(actor.Roles).Count == 0 || command.SharedWith.Except(TeamsOf(actor)).Any())
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        if (Refuse(command) is { } refusal)
        {
            return refusal;
        }

        var name = string.Join(' ', FreeText.Clean(command.Name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return await unitOfWork.WriteAsync<Guid>(
            async scope =>
            {
                var own = await scope.Context.QueueViews.Where(view => view.OwnerId == actor.Id && view.Name != QueueView.Nameless).ToListAsync(cancellationToken);
                var view = own.SingleOrDefault(item => item.Id == command.Id);
                if (command.Id is not null && view is null)
                {
                    return new NotFound(RefusalCode.QueueViewNotFound);
                }

                if (own.Exists(item => item != view && item.Page == command.Page && string.Equals(item.Name, name, StringComparison.Ordinal)))
                {
                    return new Invalid(nameof(SaveQueueView.Name), InputProblem.AlreadyThere);
                }

                if (view is null && own.Count >= QueueView.MostOfOne)
                {
                    return new NotAllowed(RefusalCode.TooManyQueueViews, QueueView.MostOfOne.ToString(CultureInfo.InvariantCulture));
                }

                var now = Instant.Now(clock);
                if (view is null)
                {
                    view = new QueueView(SequentialId.New(clock), actor, command.Page, now);
                    scope.Context.QueueViews.Add(view);
                }

                view.Write(name, command.View, command.SharedWith, now);
                return view.Id;
            },
            cancellationToken);
    }

    private static Invalid? Refuse(SaveQueueView command) =>
        FreeText.Refuse(nameof(SaveQueueView.Name), command.Name, QueueView.MaxNameLength, isRequired: true)
        ?? FreeText.Refuse(nameof(SaveQueueView.Page), command.Page, QueueView.MaxPageLength, isRequired: true)
        ?? (QueueDefinitionText.Write(command.View).Length > QueueDefinitionText.MaxLength ? new Invalid(nameof(SaveQueueView.View), InputProblem.TooLong, QueueDefinitionText.MaxLength.ToString(CultureInfo.InvariantCulture)) : null);
}
