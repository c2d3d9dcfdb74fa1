using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>Asks the applicant to clarify ("data yang tidak sesuai atau kurang lengkap", SOP stage 2).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Items">What is asked, one request for all of it; at least one item.</param>
public sealed record AskClarification(CaseTarget Target, IReadOnlyList<AskedItem> Items)
{
    /// <summary>A request with one question that is about neither a field nor a document; none when nothing was written.</summary>
    public AskClarification(CaseTarget target, string question)
        : this(target, string.IsNullOrWhiteSpace(question) ? [] : [new AskedItem(ItemSubject.General, question)])
    {
    }
}

/// <summary>Handles <see cref="AskClarification"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="protection">Makes the reply link.</param>
public sealed class AskClarificationHandler(CaseWriter writer, CaseProtection protection) : IUseCase
{
    /// <summary>Keeps the question and stops the SLA clock until the answer, which returns to the same verifier.</summary>
    public Task<Result<CaseState>> HandleAsync(AskClarification command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(command.Target, actor, work => Asking.Ask(work, CaseAction.AskClarification, command.Items, protection), cancellationToken);
}
