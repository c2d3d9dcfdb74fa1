using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Customers;
using Onboarding.Core.Messages;
using Onboarding.Core.Persistence;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Time;

namespace Onboarding.Core.Outbox;

/// <summary>Reads from the case what a message is written from.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="protection">Opens the applicant's data and the links.</param>
/// <param name="settings">Until when a rejection can be objected to.</param>
/// <param name="clock">Clock.</param>
public sealed class MessageFactsReader(OnboardingContextFactory contexts, CaseProtection protection, ApprovalSettings settings, TimeProvider clock)
{
    /// <summary>The facts for a message, or null when its case does not exist.</summary>
    public async Task<MessageFacts?> ReadAsync(LeasedMessage message, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var owner = await context.Cases.AsNoTracking()
            .Include(item => item.Clarifications).ThenInclude(round => round.Items)
            .Include(item => item.Decisions)
            .Include(item => item.Objections)
            .Include(item => item.WorkItems)
            .Include(item => item.Feedback)
            .AsSplitQuery()
            .SingleOrDefaultAsync(item => item.Id == message.CaseId, cancellationToken);
        if (owner is null)
        {
            return null;
        }

        var data = protection.Open(owner.Id, owner.ProtectedData);
        var product = (await Catalogue.FindAsync(context, owner.ProductCode, Instant.Now(clock), cancellationToken))!;
        return new MessageFacts(
            owner.Id, owner.Number, owner.Language, data.DisplayName, data.Email, owner.CreatedAt, In(product.Content.In(owner.Language)),
            protection.OpenToken(owner.Id, owner.ProtectedStatusToken))
        {
            Sending = message.Resends,
            Phone = data.Phone,
            Question = Question(owner, message.SubjectId),
            Reason = owner.Decisions.SingleOrDefault(entry => entry.Id == message.SubjectId)?.Reason,
            Rejection = await RejectionAsync(context, owner, message.SubjectId, cancellationToken),
            CustomerNumber = await CustomerFiles.OfCases(context, [owner.Id]).Select(item => item.Number).SingleOrDefaultAsync(cancellationToken),
            ServiceReference = owner.ActivationReference,
            FeedbackToken = owner.Feedback is { } feedback ? protection.OpenToken(owner.Id, feedback.ProtectedToken) : null,
            Template = await MessageTemplates.FindAsync(context, new TemplateKey(message.Kind, owner.ProductCode, owner.Language), cancellationToken),
            LateWork = owner.WorkItems.SingleOrDefault(item => item.Id == message.SubjectId) is { IsLive: true, DueAt: { } due } item
                ? new LateWorkFacts(item.Queue, due, due <= clock.GetUtcNow())
                : null,
        };
    }

    private static ProductFacts In(BrochureText text) => new(text.Name, Steps(text.Guide));

    private static string[] Steps(string guide) => guide.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private QuestionFacts? Question(OnboardingCase owner, Guid? id) =>
        owner.Clarifications.SingleOrDefault(entry => entry.Id == id) is { } question
            ? new(PublicLinks.Questions(question), question.AnswerBy, protection.OpenToken(owner.Id, question.ProtectedToken), question.ClosedAt is null)
            : null;

    private async Task<RejectionFacts?> RejectionAsync(OnboardingContext context, OnboardingCase owner, Guid? id, CancellationToken cancellationToken)
    {
        if (owner.Decisions.SingleOrDefault(entry => entry.Id == id) is not { Outcome: DecisionOutcome.Rejected } rejection)
        {
            return null;
        }

        var category = await context.RejectionReasons.AsNoTracking().SingleOrDefaultAsync(item => item.Code == rejection.Category, cancellationToken);
        return new RejectionFacts(
            category?.Name.In(owner.Language), settings.ObjectBy(rejection.At), owner.Objections.SingleOrDefault(item => item.DecisionId == id)?.Answer);
    }
}
