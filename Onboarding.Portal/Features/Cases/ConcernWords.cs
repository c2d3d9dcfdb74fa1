using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Stage5FollowUp;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features.Cases;

/// <summary>What a concern is about in the words of the customer, so that whoever looks into it does not have to search the page.</summary>
internal static class ConcernWords
{
    /// <summary>The objection, the problem, or the feedback; null where nobody said anything.</summary>
    /// <param name="concern">The concern.</param>
    /// <param name="file">The case, or null while it is read.</param>
    public static string? Of(CaseConcern concern, CaseFile? file) => concern.Kind switch
    {
        ConcernKind.Objection => file?.Objections.FirstOrDefault(shown => shown.Objection.DecisionId == concern.Item.SubjectId)?.Text,
        ConcernKind.CustomerProblem => file?.Case.FollowUps.FirstOrDefault(item => item.Id == concern.Item.SubjectId)?.Remark,
        ConcernKind.LowScore => file?.Case.Feedback is { GivenAt: not null } feedback ? Of(feedback) : null,
        ConcernKind.StoredDocumentDamaged or ConcernKind.CustomerNotReached or ConcernKind.MessageNotDelivered => null,
    };

    private static string Of(Feedback feedback) => string.Join(
        Environment.NewLine,
        new[]
        {
            $"{FollowUpText.Satisfaction}: {FollowUpText.OfFive.With(feedback.Satisfaction!)} · {FollowUpText.Ease}: {FollowUpText.OfFive.With(feedback.Ease!)}",
            feedback.Remark,
        }.OfType<string>());
}
