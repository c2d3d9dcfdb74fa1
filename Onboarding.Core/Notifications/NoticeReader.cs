using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Notifications;

/// <summary>One notice as its person sees it.</summary>
/// <param name="Id">The notice.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Number">Number of the case, or of the customer.</param>
/// <param name="ByName">The colleague who caused it, or null.</param>
/// <param name="Queue">The queue of the work, or null.</param>
/// <param name="Status">Where the case stood after it, or null.</param>
/// <param name="At">When (UTC).</param>
/// <param name="IsRead">The person has seen it.</param>
public sealed record NoticeLine(Guid Id, NoticeKind Kind, string Number, string? ByName, WorkQueue? Queue, CaseStatus? Status, DateTimeOffset At, bool IsRead);

/// <summary>A page of notices.</summary>
/// <param name="Lines">The notices, newest first.</param>
/// <param name="Next">Key of the next page, or null at the end.</param>
public sealed record NoticePage(IReadOnlyList<NoticeLine> Lines, Guid? Next);

/// <summary>What the bell shows.</summary>
/// <param name="Unread">How many are unread; <see cref="NoticeReader.MostCounted"/> stands for that many or more.</param>
/// <param name="Newest">The newest, read or not.</param>
public sealed record NoticeBoard(int Unread, IReadOnlyList<NoticeLine> Newest);

/// <summary>Reads notices. Everybody reads their own: whose they are is part of each query.</summary>
/// <param name="contexts">Makes contexts.</param>
public sealed class NoticeReader(OnboardingContextFactory contexts)
{
    /// <summary>Unread notices are counted up to here.</summary>
    public const int MostCounted = 100;

    /// <summary>Notices on the board of the bell.</summary>
    public const int OnBoard = 8;

    /// <summary>The greatest page.</summary>
    public const int MostRows = 100;

    /// <summary>The count and the newest notices of this person.</summary>
    public async Task<NoticeBoard> BoardAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var own = await OwnAsync(context, actor, cancellationToken);
        var unread = await own.Where(notice => notice.ReadAt == null).Take(MostCounted).CountAsync(cancellationToken);
        var newest = await Lines(own.OrderByDescending(notice => notice.Id).Take(OnBoard)).ToListAsync(cancellationToken);
        return new NoticeBoard(unread, newest);
    }

    /// <summary>One page of this person's notices, newest first.</summary>
    /// <param name="onlyUnread">Without those that were read.</param>
    /// <param name="after">Key of the last one seen, or null for the first page.</param>
    /// <param name="size">How many, at most <see cref="MostRows"/>.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<NoticePage> ReadAsync(bool onlyUnread, Guid? after, int size, Actor actor, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var own = await OwnAsync(context, actor, cancellationToken);
        if (onlyUnread)
        {
            own = own.Where(notice => notice.ReadAt == null);
        }

        if (after is { } key)
        {
            own = own.Where(notice => notice.Id.CompareTo(key) < 0);
        }

        var wanted = Math.Clamp(size, 1, MostRows);
        var lines = await Lines(own.OrderByDescending(notice => notice.Id).Take(wanted + 1)).ToListAsync(cancellationToken);
        return lines.Count > wanted ? new NoticePage(lines[..wanted], lines[wanted - 1].Id) : new NoticePage(lines, null);
    }

    /// <summary>The notices as they are shown.</summary>
    internal static IQueryable<NoticeLine> Lines(IQueryable<Notice> notices) => notices.Select(notice => new NoticeLine(
        notice.Id, notice.Kind, notice.Number, notice.ByName, notice.Queue, notice.Status, notice.At, notice.ReadAt != null));

    private static async Task<IQueryable<Notice>> OwnAsync(OnboardingContext context, Actor actor, CancellationToken cancellationToken)
    {
        var preferences = await context.NoticePreferences.AsNoTracking().SingleOrDefaultAsync(item => item.PersonId == actor.Id, cancellationToken);
        var hidden = (preferences ?? NoticePreferences.Default(actor.Id)).KindsWhere(choice => !choice.InPage);
        var own = context.Notices.AsNoTracking().Where(notice => notice.PersonId == actor.Id);
        return hidden.Count == 0 ? own : own.Where(notice => !hidden.Contains(notice.Kind));
    }
}
