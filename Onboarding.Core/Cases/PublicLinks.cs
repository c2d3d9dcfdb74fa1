using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Catalog;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>What the applicant's status page shows; no more than the holder of the link needs.</summary>
/// <param name="CaseId">The case, for a withdrawal or a reply.</param>
/// <param name="Number">Case number.</param>
/// <param name="Status">Status.</param>
/// <param name="ProductCode">Product.</param>
/// <param name="ReceivedAt">When it came in (UTC).</param>
/// <param name="StatusSince">Since when it stands there (UTC).</param>
/// <param name="Steps">When each status was reached (UTC), oldest first.</param>
/// <param name="OpenQuestion">The request that waits for an answer, or null.</param>
/// <param name="ReplyToken">Token of the reply link of that request, or null.</param>
/// <param name="MayWithdraw">Whether the applicant may withdraw now.</param>
public sealed record StatusView(
    Guid CaseId, string Number, CaseStatus Status, string ProductCode, DateTimeOffset ReceivedAt, DateTimeOffset StatusSince,
    IReadOnlyList<StatusStep> Steps, OpenQuestion? OpenQuestion, string? ReplyToken, bool MayWithdraw)
{
    /// <summary>When the last answer of the applicant came in (UTC); null when none did, or when another question is open.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The rejection with what can be done against it; null for a registration that is not rejected.</summary>
    public RejectionView? Rejection { get; init; }
}

/// <summary>A rejection as the applicant sees it.</summary>
/// <param name="Category">Its category, or null.</param>
/// <param name="Reason">Why.</param>
/// <param name="ObjectBy">Until when it can be objected to (UTC).</param>
/// <param name="MayObject">Whether that is possible now.</param>
/// <param name="Objection">The objection that was made, or null.</param>
public sealed record RejectionView(LocalText? Category, string Reason, DateTimeOffset ObjectBy, bool MayObject, ObjectionView? Objection);

/// <summary>An objection as the applicant sees it.</summary>
/// <param name="SubmittedAt">When it came in (UTC).</param>
/// <param name="Answer">What was answered, or null.</param>
/// <param name="AnsweredAt">When (UTC), or null.</param>
public sealed record ObjectionView(DateTimeOffset SubmittedAt, string? Answer, DateTimeOffset? AnsweredAt);

/// <summary>A status that was reached.</summary>
/// <param name="Status">The status.</param>
/// <param name="At">When (UTC).</param>
public sealed record StatusStep(CaseStatus Status, DateTimeOffset At);

/// <summary>A request that the applicant has to answer.</summary>
/// <param name="Items">What is asked, in order.</param>
/// <param name="AskedAt">When it was asked (UTC).</param>
/// <param name="AnswerBy">Until when (UTC).</param>
/// <param name="MayAnswer">False while compliance holds the case.</param>
public sealed record OpenQuestion(IReadOnlyList<ItemQuestion> Items, DateTimeOffset AskedAt, DateTimeOffset AnswerBy, bool MayAnswer);

/// <summary>A feedback form that can still be filled.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Case number.</param>
/// <param name="ProductCode">Product.</param>
public sealed record OpenFeedback(Guid CaseId, string Number, string ProductCode);

/// <summary>
/// Finds what an unguessable link leads to. A link that leads nowhere is never told apart from one that is used up, but for
/// feedback: only the customer who was asked holds that token, and is thanked instead of told that the link is wrong.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="protection">Opens the applicant's data.</param>
/// <param name="rules">The rules of now.</param>
/// <param name="settings">Until when a rejection can be objected to.</param>
/// <param name="clock">Clock.</param>
public sealed class PublicLinks(
    OnboardingContextFactory contexts, CaseProtection protection, CaseRulesProvider rules, ApprovalSettings settings, TimeProvider clock)
{
    /// <summary>The status page of a case.</summary>
    public async Task<Result<StatusView>> FindStatusAsync(string token, CancellationToken cancellationToken)
    {
        var hash = AccessToken.Hash(token);
        await using var context = contexts.CreateDbContext();
        var id = await context.Cases.Where(item => item.StatusTokenHash == hash).Select(item => (Guid?)item.Id).SingleOrDefaultAsync(cancellationToken);
        if (id is null || await CaseWriter.LoadAsync(context, id.Value, cancellationToken) is not { } owner)
        {
            return new NotFound(RefusalCode.LinkNotValid);
        }

        var reached = await context.AuditEvents.AsNoTracking()
            .Where(item => item.StreamId == owner.Id && item.To != null && item.From != item.To)
            .OrderBy(item => item.Sequence)
            .Select(item => new { item.To, item.At })
            .ToListAsync(cancellationToken);
        var facts = CaseFactsReader.Read(owner, protection.Open(owner.Id, owner.ProtectedData), await rules.GetAsync(cancellationToken));
        var actions = TransitionEngine.AvailableActions(facts, Actor.Applicant(owner.Id));
        return new StatusView(
            owner.Id, owner.Number, owner.Status, owner.ProductCode, owner.CreatedAt, owner.StatusSince,
            [.. reached.Select(step => new StatusStep(Enum.Parse<CaseStatus>(step.To!), step.At))],
            owner.OpenClarification is { } question ? Open(owner, question) : null,
            owner.OpenClarification is { } asked ? protection.OpenToken(owner.Id, asked.ProtectedToken) : null,
            actions.Contains(CaseAction.Withdraw))
        {
            AnsweredAt = owner.OpenClarification is null
                ? owner.Clarifications.Where(round => round.Outcome == ClarificationOutcome.Answered).Max(round => round.ClosedAt)
                : null,
            Rejection = owner is { Status: CaseStatus.Rejected, LastRejection: { } rejection }
                ? await RejectionAsync(context, owner, rejection, actions, cancellationToken)
                : null,
        };
    }

    /// <summary>
    /// The token of the status page of what was sent in under a key; null where nothing was. For the one who sent it and never
    /// saw the answer: a key is as unguessable as a link, and never leaves the browser that sent it.
    /// </summary>
    public async Task<string?> FindSentAsync(Guid submissionKey, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var sent = await context.Cases
            .Where(item => item.SubmissionKey == submissionKey)
            .Select(item => new { item.Id, item.ProtectedStatusToken })
            .SingleOrDefaultAsync(cancellationToken);
        return sent is null ? null : protection.OpenToken(sent.Id, sent.ProtectedStatusToken);
    }

    /// <summary>The token of the status page of a case, for the one who has just answered its question behind a link of a mail.</summary>
    public async Task<string> StatusTokenAsync(Guid caseId, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return protection.OpenToken(
            caseId, await context.Cases.Where(item => item.Id == caseId).Select(item => item.ProtectedStatusToken).SingleAsync(cancellationToken));
    }

    /// <summary>The feedback form behind a single-use link; the true link says that it was used, of the case it says nothing then.</summary>
    public async Task<Result<OpenFeedback>> FindFeedbackAsync(string token, CancellationToken cancellationToken)
    {
        var hash = AccessToken.Hash(token);
        await using var context = contexts.CreateDbContext();
        var found = await context.Feedbacks.AsNoTracking()
            .Where(feedback => feedback.TokenHash == hash)
            .Join(context.Cases, feedback => feedback.CaseId, item => item.Id, (feedback, item) => new { item.Id, item.Number, item.ProductCode, IsGiven = feedback.GivenAt != null })
            .SingleOrDefaultAsync(cancellationToken);
        return found switch
        {
            null => new NotFound(RefusalCode.LinkNotValid),
            { IsGiven: true } => new NotAllowed(RefusalCode.FeedbackAlreadyGiven),
            _ => new OpenFeedback(found.Id, found.Number, found.ProductCode),
        };
    }

    private async Task<RejectionView> RejectionAsync(
        OnboardingContext context, OnboardingCase owner, Decision rejection, IReadOnlyList<CaseAction> actions, CancellationToken cancellationToken)
    {
        var category = await context.RejectionReasons.AsNoTracking().SingleOrDefaultAsync(item => item.Code == rejection.Category, cancellationToken);
        var objection = owner.Objections.FirstOrDefault(item => item.DecisionId == rejection.Id);
        var until = settings.ObjectBy(rejection.At);
        return new RejectionView(
            category?.Name,
            rejection.Reason ?? string.Empty,
            until,
            actions.Contains(CaseAction.SubmitObjection) && Instant.Now(clock) <= until,
            objection is null ? null : new ObjectionView(objection.SubmittedAt, objection.Answer, objection.AnsweredAt));
    }

    private static OpenQuestion Open(OnboardingCase owner, Clarification question) =>
        new(Questions(question), question.AskedAt, question.AnswerBy, owner.Hold is null);

    internal static IReadOnlyList<ItemQuestion> Questions(Clarification request) =>
        [.. request.Items.OrderBy(item => item.Position).Select(item => new ItemQuestion(item.Subject, item.Question))];
}
