using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues.Views;

/// <summary>A saved view as its readers see it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Page">The queue page.</param>
/// <param name="Name">Its name.</param>
/// <param name="OwnerName">Display name of who made it.</param>
/// <param name="IsMine">Whether the person who reads made it.</param>
/// <param name="SharedWith">The teams that see it.</param>
/// <param name="Read">What it shows, and what in it is not known any more.</param>
public sealed record QueueViewRow(
    Guid Id, string Page, string Name, string OwnerName, bool IsMine, IReadOnlyList<ActorRole> SharedWith, ReadDefinition Read);

/// <summary>Reads saved views: one's own, and those that are shared with one of one's teams.</summary>
/// <param name="contexts">Makes contexts.</param>
public sealed class QueueViewReader(OnboardingContextFactory contexts)
{
    /// <summary>Most shared views of one page that one person is offered.</summary>
    public const int MostShared = 100;

    /// <summary>The views of a page that this person may open: their own first, each part by name.</summary>
    public async Task<IReadOnlyList<QueueViewRow>> ListAsync(string page, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Id.Length == 0)
        {
            return [];
        }

        await using var context = contexts.CreateDbContext();
        var own = await context.QueueViews.AsNoTracking().Where(view => view.OwnerId == actor.Id && view.Page == page && view.Name != QueueView.Nameless)
            .OrderBy(view => view.Name).Take(QueueView.MostOfOne).ToListAsync(cancellationToken);
        string[] teams = [.. actor.Roles.Select(QueueView.Mark)];
        var shared = await context.QueueViews.AsNoTracking().Where(view => view.IsShared && view.Page == page && view.OwnerId != actor.Id)
            .Where(view => teams.Any(team => view.Teams.Contains(team)))
            .OrderBy(view => view.Name).ThenBy(view => view.Id).Take(MostShared).ToListAsync(cancellationToken);
        return [.. own.Concat(shared).Select(view => Row(view, actor))];
    }

    /// <summary>One view. A colleague's private one is answered like one that there is not.</summary>
    public async Task<Result<QueueViewRow>> FindAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var view = await context.QueueViews.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id && item.Name != QueueView.Nameless, cancellationToken);
        return view?.IsOpenTo(actor) == true ? Row(view, actor) : new NotFound(RefusalCode.QueueViewNotFound);
    }

    private static QueueViewRow Row(QueueView view, Actor actor) =>
        new(view.Id, view.Page, view.Name, view.OwnerName, view.IsOf(actor), view.SharedWith, QueueDefinitionText.Read(view.Definition));
}
