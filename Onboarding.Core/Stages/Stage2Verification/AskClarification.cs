using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>Asks the applicant to clarify ("data yang tidak sesuai atau kurang lengkap", SOP stage 2).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Question">The question as the applicant reads it; required.</param>
public sealed record AskClarification(CaseTarget Target, string Question);

/// <summary>Handles <see cref="AskClarification"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="protection">Makes the reply link.</param>
public sealed class AskClarificationHandler(CaseWriter writer, CaseProtection protection) : IUseCase
{
    /// <summary>Keeps the question and stops the SLA clock until the answer, which returns to the same verifier.</summary>
    public Task<Result<CaseState>> HandleAsync(AskClarification command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(command.Target, actor, work => Questions.Ask(work, CaseAction.AskClarification, command.Question, protection), cancellationToken);
}
