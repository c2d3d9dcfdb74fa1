using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Time;

namespace Onboarding.Core.Stages.Stage1Intake.Online;

/// <summary>A link that lies in somebody's mailbox, as the person at the form sees it.</summary>
/// <param name="MaskedAddress">Where it was sent: <c>b***@contoh.co.id</c>.</param>
/// <param name="RequestedAt">When (UTC).</param>
/// <param name="ExpiresAt">Until when it leads to the form (UTC).</param>
public sealed record MailedLink(string MaskedAddress, DateTimeOffset RequestedAt, DateTimeOffset ExpiresAt);

/// <summary>What the mail with the link is written from. It holds personal data and a token: for the mail alone, never for a log.</summary>
/// <param name="Language">In which language the form is filled.</param>
/// <param name="Address">Where to.</param>
/// <param name="Token">Token of the link.</param>
/// <param name="ExpiresAt">Until when it leads to the form (UTC).</param>
public sealed record DraftLinkFacts(Language Language, string Address, string Token, DateTimeOffset ExpiresAt)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(DraftLinkFacts);
}

/// <summary>Reads the links of drafts that were sent by mail: the outbox's source of facts for what belongs to no case yet.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="protection">Opens address and token.</param>
/// <param name="clock">Clock.</param>
public sealed class MailedDraftLinkReader(OnboardingContextFactory contexts, DraftProtection protection, TimeProvider clock)
{
    /// <summary>The link that was mailed from a form, for the one who holds the form's own link; null when there is none.</summary>
    /// <param name="token">Token of the draft's own link; a mailed one shows nothing, because its holder cannot call itself back.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<MailedLink?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        await using var context = contexts.CreateDbContext();
        var link = await Own(context, token, now).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return link is null
            ? null
            : new MailedLink(EmailAddress.FromStored(protection.OpenAddress(link.DraftId, link.ProtectedAddress)).Mask(), link.RequestedAt, link.ExpiresAt);
    }

    /// <summary>The facts for a mail, or null when its link was called back, is past its date, or the form was sent in or thrown away.</summary>
    public async Task<DraftLinkFacts?> FactsAsync(LeasedMessage message, CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        await using var context = contexts.CreateDbContext();
        var found = await context.MailedDraftLinks.AsNoTracking()
            .Where(link => link.Id == message.SubjectId && link.RevokedAt == null && link.ExpiresAt > now)
            .Join(
                context.RegistrationDrafts.Where(draft => draft.ExpiresAt > now),
                link => link.DraftId,
                draft => draft.Id,
                (link, draft) => new { Link = link, draft.Language })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new DraftLinkFacts(
                found.Language,
                protection.OpenAddress(found.Link.DraftId, found.Link.ProtectedAddress),
                protection.OpenToken(found.Link.DraftId, found.Link.ProtectedToken),
                found.Link.ExpiresAt);
    }

    /// <summary>The live mailed link of the draft that a link of its own leads to.</summary>
    internal static IQueryable<MailedDraftLink> Own(OnboardingContext context, string token, DateTimeOffset now)
    {
        var hash = AccessToken.Hash(token);
        return context.MailedDraftLinks.Where(link =>
            link.RevokedAt == null && link.ExpiresAt > now
            && context.RegistrationDrafts.Any(draft => draft.Id == link.DraftId && draft.TokenHash == hash && draft.ExpiresAt > now));
    }
}
