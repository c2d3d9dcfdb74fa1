using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Results;
using Onboarding.Core.Time;

namespace Onboarding.Core.Stages.Stage1Intake.Online;

/// <summary>A draft as the holder of its link goes on with it.</summary>
/// <param name="SubmissionKey">The key under which it is sent in, and under which its documents wait.</param>
/// <param name="Version">The state of it.</param>
/// <param name="SavedAt">When it was last saved (UTC).</param>
/// <param name="ExpiresAt">Until when it is kept if nothing more is typed (UTC).</param>
/// <param name="Content">What was typed.</param>
public sealed record OpenDraft(Guid SubmissionKey, int Version, DateTimeOffset SavedAt, DateTimeOffset ExpiresAt, DraftContent Content);

/// <summary>
/// Finds what the link of a draft leads to. A link that is unknown, sent in, thrown away or past its date is one and the same:
/// the one query finds nothing.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="protection">Opens what was typed.</param>
/// <param name="clock">Clock.</param>
public sealed class RegistrationDraftReader(OnboardingContextFactory contexts, DraftProtection protection, TimeProvider clock)
{
    /// <summary>The draft behind a link.</summary>
    public async Task<Result<OpenDraft>> FindAsync(string token, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var draft = await Valid(context, token, Instant.Now(clock)).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return draft is null
            ? new NotFound(RefusalCode.LinkNotValid)
            : new OpenDraft(
                draft.SubmissionKey, draft.Version, draft.UpdatedAt, draft.ExpiresAt,
                new DraftContent(draft.Step, draft.ProductCode, draft.Kind, draft.Language, protection.Open(draft.Id, draft.ProtectedContent)));
    }

    /// <summary>Whether a link leads to a draft.</summary>
    public async Task<bool> IsValidAsync(string token, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await Valid(context, token, Instant.Now(clock)).AnyAsync(cancellationToken);
    }

    /// <summary>The version of a draft now, by which a device learns that another one went on; null when there is no draft any more.</summary>
    public async Task<int?> VersionAsync(string token, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await Valid(context, token, Instant.Now(clock)).Select(draft => (int?)draft.Version).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The draft of a link that is still good: its own, or one that was mailed. Both are found by an index.</summary>
    internal static IQueryable<RegistrationDraft> Valid(OnboardingContext context, string token, DateTimeOffset now)
    {
        var hash = AccessToken.Hash(token);
        var mailed = context.MailedDraftLinks.Where(link => link.TokenHash == hash && link.RevokedAt == null && link.ExpiresAt > now);
        return context.RegistrationDrafts.Where(draft =>
            (draft.TokenHash == hash || draft.Id == mailed.Select(link => (Guid?)link.DraftId).FirstOrDefault()) && draft.ExpiresAt > now);
    }
}
