using System.Text.Json;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Clarifications;

/// <summary>The asker compares before and after and decides item by item (stages 1 and 2).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Verdicts">Decisions by item; at least one.</param>
public sealed record ReviewAnswers(CaseTarget Target, IReadOnlyDictionary<Guid, AnswerVerdict> Verdicts);

/// <summary>Handles <see cref="ReviewAnswers"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="protection">Opens the answers.</param>
public sealed class ReviewAnswersHandler(CaseWriter writer, CaseProtection protection) : IUseCase
{
    /// <summary>Takes accepted values over into the data under the rules of the form, with before and after in the audit trail.</summary>
    public Task<Result<CaseState>> HandleAsync(ReviewAnswers command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(command.Target, actor, work => Review(work, command), cancellationToken);

    private Refusal? Review(CaseWork work, ReviewAnswers command)
    {
        if (TransitionEngine.Decide(work.Facts, CaseAction.ReviewAnswers, work.Actor, reason: null).Refusal is { } notAllowed)
        {
            return notAllowed;
        }

        List<ClarificationItem> items = [.. work.Case.Clarifications.SelectMany(round => round.Items)
            .Where(item => item.AwaitsReview && command.Verdicts.TryGetValue(item.Id, out var verdict) && Enum.IsDefined(verdict))];
        if (items.Count == 0 || items.Count != command.Verdicts.Count)
        {
            return new NotFound(RefusalCode.RecordNotFound);
        }

        var accepted = items.Where(item => command.Verdicts[item.Id] == AnswerVerdict.Accepted).ToList();
        var (after, errors) = Apply(work, accepted);
        if (errors.Count > 0)
        {
            return new Invalid(errors);
        }

        var fields = DataComparison.ChangedFields(work.Data, after);
        var details = JsonSerializer.Serialize(new { accepted = accepted.Count, notAccepted = items.Count - accepted.Count, fields });
        var change = fields.Count > 0 ? protection.ProtectChange(work.Case.Id, work.Data, after) : null;
        if (work.Act(CaseAction.ReviewAnswers, details: details, protectedDetails: change) is { } refusal)
        {
            return refusal;
        }

        items.ForEach(item => item.Review(command.Verdicts[item.Id], work.Actor, work.Now));
        if (fields.Count > 0)
        {
            work.Case.ReplaceData(after, protection.Protect(work.Case.Id, after), protection.Keys(after));
        }

        return null;
    }

    // Answers in words and documents change no data, so the rules are asked only where a value is taken over.
    private (ApplicantData After, IReadOnlyList<FieldError> Errors) Apply(CaseWork work, List<ClarificationItem> accepted)
    {
        var values = accepted.SelectMany(Values).ToList();
        if (values.Count == 0)
        {
            return (work.Data, []);
        }

        var check = RegistrationRules.Check(ApplicantFields.With(work.Data, values), work.Policy.DateAt(work.Now));
        return (check.Data, check.Errors);
    }

    private IEnumerable<KeyValuePair<string, string>> Values(ClarificationItem item) =>
        protection.OpenAnswer(item.Id, item.ProtectedAnswer!) is { IsConfirmed: false } answer ? answer.Values : [];
}
