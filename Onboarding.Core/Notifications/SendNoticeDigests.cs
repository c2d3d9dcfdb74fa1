using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;

namespace Onboarding.Core.Notifications;

/// <summary>
/// Puts the mails with unread notices into the outbox: urgent kinds after a minute, the others once each working day when the office
/// opens, and none outside of working hours unless the person chose that. The notices name their mail in the same transaction,
/// so each is mailed once, on however many nodes this runs. Called by a job.
/// </summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="sla">The working hours.</param>
/// <param name="clock">Clock.</param>
public sealed class SendNoticeDigestsHandler(UnitOfWork unitOfWork, OnboardingContextFactory contexts, SlaPolicyProvider sla, TimeProvider clock) : IUseCase
{
    /// <summary>More people than an office has; those behind them come with the next run.</summary>
    public const int MostPeople = 2000;

    /// <summary>How long an urgent notice waits: who sits at the portal has seen it by then, and several become one mail.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>What is older is not mailed any more.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromDays(7);

    /// <summary>Makes the mails that are due now; answers how many.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        var policy = await sla.GetAsync(cancellationToken);
        await using var context = contexts.CreateDbContext();

        // Most have read what they were told: only of the others it is asked what exactly is due.
        var people = await context.NoticePreferences.AsNoTracking().Where(item => item.MailAddress != null)
            .Where(item => context.Notices.Any(notice => notice.PersonId == item.PersonId && notice.ReadAt == null && notice.DigestId == null))
            .OrderBy(item => item.PersonId).Take(MostPeople).ToListAsync(cancellationToken);
        var made = 0;
        foreach (var person in people)
        {
            foreach (var plan in Plans(person, policy, now))
            {
                made += await IsAnythingDueAsync(context, person, plan, cancellationToken) && await SendAsync(person, plan, now, cancellationToken) ? 1 : 0;
            }
        }

        return made;
    }

    // What may be mailed to this person now: kinds, and the notices of when.
    private static IEnumerable<MailPlan> Plans(NoticePreferences person, SlaPolicy policy, DateTimeOffset now)
    {
        var isOpen = policy.Calendar.IsWorkingTime(now);
        if (isOpen || person.MailsAtAnyTime)
        {
            yield return new MailPlan(null, Kinds(person, NoticeMailing.AtOnce), now - Oldest, now - Patience);
        }

        var today = policy.DateAt(now);
        var opening = policy.OpeningOn(today);
        if (opening <= now && (isOpen || person.MailsAtAnyTime))
        {
            yield return new MailPlan(today, Kinds(person, NoticeMailing.Daily), now - Oldest, opening);
        }
    }

    private static IReadOnlyList<NoticeKind> Kinds(NoticePreferences person, NoticeMailing mailing) => person.KindsWhere(choice => choice.Mail == mailing);

    private static IQueryable<Notice> Due(OnboardingContext context, NoticePreferences person, MailPlan plan) => context.Notices.Where(notice =>
        notice.PersonId == person.PersonId && notice.ReadAt == null && notice.DigestId == null
        && plan.Kinds.Contains(notice.Kind) && notice.At >= plan.From && notice.At <= plan.Until);

    private static Task<bool> IsAnythingDueAsync(OnboardingContext context, NoticePreferences person, MailPlan plan, CancellationToken cancellationToken) =>
        plan.Kinds.Count == 0 ? Task.FromResult(false) : Due(context, person, plan).AnyAsync(cancellationToken);

    private async Task<bool> SendAsync(NoticePreferences person, MailPlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sent = await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                var digest = new NoticeDigest(SequentialId.New(clock), person.PersonId, plan.Day, now);
                if (plan.Day is { } day && await scope.Context.NoticeDigests.AnyAsync(item => item.PersonId == person.PersonId && item.Day == day, cancellationToken))
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                // The rows are locked by the change: another node that comes to them afterwards finds that they have their mail.
                var taken = await Due(scope.Context, person, plan)
                    .ExecuteUpdateAsync(change => change.SetProperty(notice => notice.DigestId, digest.Id), cancellationToken);
                if (taken == 0)
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                scope.Context.NoticeDigests.Add(digest);
                scope.Context.OutboxMessages.Add(new OutboxMessage(SequentialId.New(clock), OutboxKind.MailNotices, digest.Id, now));
                return Done.Instance;
            },
            cancellationToken);
        return sent.IsDone;
    }

    private sealed record MailPlan(DateOnly? Day, IReadOnlyList<NoticeKind> Kinds, DateTimeOffset From, DateTimeOffset Until);
}
