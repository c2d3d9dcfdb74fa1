using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>The applicant answers a question, or staff writes down the answer given on the telephone (stages 1 and 2).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Text">The answer; required.</param>
public sealed record ReplyToQuestion(CaseTarget Target, string Text);

/// <summary>Handles <see cref="ReplyToQuestion"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class ReplyToQuestionHandler(CaseWriter writer) : IUseCase
{
    private const int MaxLength = 4000;

    /// <summary>Keeps the answer and gives the case back to the person who asked.</summary>
    public Task<Result<CaseState>> HandleAsync(ReplyToQuestion command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            work =>
            {
                if (string.IsNullOrWhiteSpace(command.Text))
                {
                    return new Invalid(nameof(ReplyToQuestion.Text), InputProblem.Required);
                }

                if (command.Text.Length > MaxLength)
                {
                    return new Invalid(nameof(ReplyToQuestion.Text), InputProblem.TooLong, "4000");
                }

                var question = work.Case.OpenClarification;
                if (work.Act(CaseAction.Reply) is { } refusal)
                {
                    return refusal;
                }

                question?.Answer(command.Text.Trim(), actor.Name, work.Now);
                return null;
            },
            cancellationToken);
}
