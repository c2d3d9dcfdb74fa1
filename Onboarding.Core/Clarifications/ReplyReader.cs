using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Results;
using Onboarding.Core.Time;

namespace Onboarding.Core.Clarifications;

/// <summary>What the reply page works with. The applicant sees of it only what was asked.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Case number.</param>
/// <param name="Language">Language in which the applicant is written to.</param>
/// <param name="AskedAt">When it was asked (UTC).</param>
/// <param name="AnswerBy">Until when an answer is awaited (UTC).</param>
/// <param name="MayAnswer">False while compliance holds the case.</param>
/// <param name="Data">The data as it is, with which answers are checked; never sent to the browser.</param>
/// <param name="Items">What was asked, in order.</param>
public sealed record ReplyView(
    Guid CaseId, string Number, Language Language, DateTimeOffset AskedAt, DateTimeOffset AnswerBy, bool MayAnswer, ApplicantData Data, IReadOnlyList<ReplyItem> Items);

/// <summary>One item of the reply page.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Position">Place, from 1.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Question">The question.</param>
/// <param name="Before">The values when it was asked, identity numbers masked; empty for what is no field.</param>
/// <param name="Draft">What was typed so far.</param>
public sealed record ReplyItem(
    Guid Id, int Position, ItemSubject Subject, string Question, IReadOnlyDictionary<string, string> Before, ItemAnswer Draft)
{
    /// <summary>Whether somebody who is only known by the link may say that what we have is right: not of a number that is shown masked, which nobody can compare.</summary>
    public bool MayConfirm => HasBefore && !Before.Keys.Any(ApplicantFields.IsMasked);

    /// <summary>Whether we have anything.</summary>
    public bool HasBefore => Before.Values.Any(value => value.Length > 0);
}

/// <summary>
/// Finds what a reply link leads to. A link that is unknown, answered, replaced, taken back or past its date is one and the
/// same: the one query finds nothing.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="protection">Opens data and drafts.</param>
/// <param name="clock">Clock.</param>
public sealed class ReplyReader(OnboardingContextFactory contexts, CaseProtection protection, TimeProvider clock)
{
    /// <summary>The open request behind a link.</summary>
    public async Task<Result<ReplyView>> FindAsync(string token, CancellationToken cancellationToken)
    {
        var (hash, now) = (AccessToken.Hash(token), Instant.Now(clock));
        await using var context = contexts.CreateDbContext();

        // A hold gives the period back when it ends, so meanwhile no period is over.
        var found = await context.Clarifications.AsNoTracking()
            .Where(round => round.TokenHash == hash && round.ClosedAt == null)
            .Include(round => round.Items)
            .Join(context.Cases, round => round.CaseId, item => item.Id, (round, item) => new { Round = round, Case = item })
            .Where(found => found.Round.AnswerBy > now || found.Case.Hold != null)
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound(RefusalCode.LinkNotValid);
        }

        var data = protection.Open(found.Case.Id, found.Case.ProtectedData);
        return new ReplyView(
            found.Case.Id, found.Case.Number, found.Case.Language, found.Round.AskedAt, found.Round.AnswerBy, found.Case.Hold is null, data,
            [.. found.Round.Items.OrderBy(item => item.Position).Select(Show)]);
    }

    /// <summary>Whether the request behind a link is open and asks, in this item, for a document of this kind.</summary>
    public async Task<bool> AsksForAsync(string token, Guid itemId, DocumentKind kind, CancellationToken cancellationToken) =>
        await FindAsync(token, cancellationToken) is { IsDone: true, Value: { MayAnswer: true } request }
        && request.Items.Any(item => item.Id == itemId && item.Subject.Document == kind);

    /// <summary>The case behind a link, for the writes that follow it.</summary>
    internal async Task<(Guid CaseId, Guid RoundId)?> LocateAsync(string token, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var (hash, now) = (AccessToken.Hash(token), Instant.Now(clock));
        var found = await context.Clarifications
            .Where(round => round.TokenHash == hash && round.ClosedAt == null && round.AnswerBy > now)
            .Select(round => new { round.CaseId, round.Id })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.CaseId, found.Id);
    }

    private ReplyItem Show(ClarificationItem item)
    {
        var before = item.ProtectedBefore is { } values ? protection.OpenValues(item.Id, values) : new Dictionary<string, string>(StringComparer.Ordinal);
        return new ReplyItem(
            item.Id, item.Position, item.Subject, item.Question,
            before.ToDictionary(entry => entry.Key, entry => ApplicantFields.Masked(entry.Key, entry.Value), StringComparer.Ordinal),
            item.ProtectedAnswer is { } draft ? protection.OpenAnswer(item.Id, draft) : new ItemAnswer());
    }
}
