using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>Asks the applicant for what is missing (stage 1).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Question">The question as the applicant reads it; required.</param>
public sealed record AskApplicant(CaseTarget Target, string Question);

/// <summary>Handles <see cref="AskApplicant"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="protection">Makes the reply link.</param>
public sealed class AskApplicantHandler(CaseWriter writer, CaseProtection protection) : IUseCase
{
    /// <summary>Keeps the question and stops the SLA clock until the answer.</summary>
    public Task<Result<CaseState>> HandleAsync(AskApplicant command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(command.Target, actor, work => Questions.Ask(work, CaseAction.AskApplicant, command.Question, protection), cancellationToken);
}
