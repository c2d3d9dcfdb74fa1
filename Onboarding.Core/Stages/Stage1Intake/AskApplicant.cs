using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>Asks the applicant for what is missing (stage 1).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Items">What is asked, one request for all of it; at least one item.</param>
public sealed record AskApplicant(CaseTarget Target, IReadOnlyList<AskedItem> Items)
{
    /// <summary>A request with one question that is about neither a field nor a document; none when nothing was written.</summary>
    public AskApplicant(CaseTarget target, string question)
        : this(target, string.IsNullOrWhiteSpace(question) ? [] : [new AskedItem(ItemSubject.General, question)])
    {
    }
}

/// <summary>Handles <see cref="AskApplicant"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="protection">Makes the reply link.</param>
public sealed class AskApplicantHandler(CaseWriter writer, CaseProtection protection) : IUseCase
{
    /// <summary>Keeps the question and stops the SLA clock until the answer.</summary>
    public Task<Result<CaseState>> HandleAsync(AskApplicant command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(command.Target, actor, work => Asking.Ask(work, CaseAction.AskApplicant, command.Items, protection), cancellationToken);
}
