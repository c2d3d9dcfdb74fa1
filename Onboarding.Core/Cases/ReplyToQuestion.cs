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
    /// <summary>Keeps the answer and gives the case back to the person who asked.</summary>
    public Task<Result<CaseState>> HandleAsync(ReplyToQuestion command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            work =>
            {
                if (FreeText.Refuse(nameof(ReplyToQuestion.Text), command.Text, isRequired: true) is { } invalid)
                {
                    return invalid;
                }

                var question = work.Case.OpenClarification;
                if (work.Act(CaseAction.Reply) is { } refusal)
                {
                    return refusal;
                }

                question?.Answer(FreeText.Clean(command.Text), actor.Name, work.Now);
                work.Case.TakePart(actor, work.Case.Status == CaseStatus.InVerification ? Part.Verified : Part.Entered, work.Now);
                return null;
            },
            cancellationToken);
}
