using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>The applicant withdraws before the service is active, on the status page or through Customer Service.</summary>
/// <param name="Target">Which case.</param>
/// <param name="Reason">Why; required of staff, not of the applicant.</param>
public sealed record WithdrawCase(CaseTarget Target, string? Reason);

/// <summary>Handles <see cref="WithdrawCase"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class WithdrawCaseHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Ends the case; a service that is being switched on is switched off again.</summary>
    public Task<Result<CaseState>> HandleAsync(WithdrawCase command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            (work, scope) => CaseEnding.EndAsync(work, scope, CaseAction.Withdraw, command.Reason, OutboxKind.MailWithdrawn, cancellationToken),
            cancellationToken);
}
