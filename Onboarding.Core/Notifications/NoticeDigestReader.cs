using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Notifications;

/// <summary>What a mail with notices is written from.</summary>
/// <param name="Address">Where to.</param>
/// <param name="Language">In which language.</param>
/// <param name="IsDaily">The daily mail, not one at once.</param>
/// <param name="Lines">The newest of the notices that are unread still.</param>
/// <param name="More">How many more there are.</param>
public sealed record NoticeDigestFacts(string Address, Language Language, bool IsDaily, IReadOnlyList<NoticeLine> Lines, int More)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(NoticeDigestFacts);
}

/// <summary>Reads mails with notices: the outbox's source of facts for them.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="staff">Who still works here.</param>
public sealed class NoticeDigestReader(OnboardingContextFactory contexts, IStaffPresence staff)
{
    /// <summary>Notices that one mail names.</summary>
    public const int MostLines = 30;

    /// <summary>The facts as of now, or null when nothing is left to tell: all was read, or the person wants no mails any more or has left.</summary>
    public async Task<NoticeDigestFacts?> FactsAsync(LeasedMessage message, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var digest = await context.NoticeDigests.AsNoTracking().SingleOrDefaultAsync(item => item.Id == message.SubjectId, cancellationToken);
        if (digest is null || !await staff.IsHereAsync(digest.PersonId, cancellationToken))
        {
            return null;
        }

        var person = await context.NoticePreferences.AsNoTracking().SingleOrDefaultAsync(item => item.PersonId == digest.PersonId, cancellationToken);
        if (person?.MailAddress is not { } address)
        {
            return null;
        }

        var unread = context.Notices.AsNoTracking().Where(notice => notice.PersonId == digest.PersonId && notice.DigestId == digest.Id && notice.ReadAt == null);
        var count = await unread.CountAsync(cancellationToken);
        var lines = await NoticeReader.Lines(unread.OrderByDescending(notice => notice.Id).Take(MostLines)).ToListAsync(cancellationToken);
        return lines.Count == 0 ? null : new NoticeDigestFacts(address, person.Language, digest.Day is not null, lines, count - lines.Count);
    }
}
