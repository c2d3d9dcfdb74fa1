using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>The activation system calls back: the service runs, or it could not be switched on (SOP stage 4).</summary>
/// <param name="DecisionId">The idempotency key of the order.</param>
/// <param name="EventId">Id that the system gave this callback; each is taken once.</param>
/// <param name="Reference">Its reference of the service, or null when the activation failed.</param>
/// <param name="Error">Code of the failure, or null when the service runs.</param>
/// <param name="Content">What was received, without secrets.</param>
public sealed record TakeActivationAnswer(Guid DecisionId, string EventId, string? Reference, string? Error, ExchangeContent Content);

/// <summary>Handles <see cref="TakeActivationAnswer"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="exchanges">Keeps what was said.</param>
public sealed class TakeActivationAnswerHandler(CaseWriter writer, OnboardingContextFactory contexts, ActivationExchanges exchanges) : IUseCase
{
    private const string UnnamedError = "ReportedByCallback";
    private const int ErrorMaxLength = 40;

    /// <summary>
    /// Keeps the exchange and moves the case in one transaction. A callback that was taken before is refused; one that comes when
    /// the case has moved on is kept and changes nothing.
    /// </summary>
    public async Task<Result<CaseState>> HandleAsync(TakeActivationAnswer command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.System))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        if (Validate(command) is { } invalid)
        {
            return invalid;
        }

        await using var context = contexts.CreateDbContext();
        var caseId = await context.Set<Decision>()
            .Where(decision => decision.Id == command.DecisionId && decision.Outcome == DecisionOutcome.Approved)
            .Select(decision => (Guid?)decision.CaseId)
            .SingleOrDefaultAsync(cancellationToken);
        return caseId is { } id
            ? await writer.ActAsync(new CaseTarget(id, null), actor, (work, scope) => TakeAsync(work, scope, command, cancellationToken), cancellationToken)
            : new NotFound(RefusalCode.RecordNotFound);
    }

    private static Invalid? Validate(TakeActivationAnswer command)
    {
        if (command.EventId is not { Length: > 0 and <= ActivationExchange.EventIdMaxLength } || command.EventId.Any(char.IsControl))
        {
            return new Invalid(nameof(TakeActivationAnswer.EventId), InputProblem.NotWellFormed);
        }

        return command.Error is null ? ActivationReference.Refuse(nameof(TakeActivationAnswer.Reference), command.Reference) : null;
    }

    private async Task<Refusal?> TakeAsync(CaseWork work, WriteScope scope, TakeActivationAnswer command, CancellationToken cancellationToken)
    {
        if (await scope.Context.ActivationExchanges.AnyAsync(item => item.CaseId == work.Case.Id && item.EventId == command.EventId, cancellationToken))
        {
            return new Conflict(RefusalCode.CallbackTakenAlready);
        }

        if (work.Case.Hold is not null)
        {
            return new NotAllowed(RefusalCode.CaseOnHold);
        }

        var error = command.Error is null ? null : CodeOf(command.Error);
        exchanges.Add(scope, new NewExchange(
            work.Case.Id, command.DecisionId, ExchangeDirection.Callback, SwitchesOn: true, error is null ? ExchangeOutcome.Done : ExchangeOutcome.Failed, command.Content)
        {
            Error = error,
            EventId = command.EventId,
        });
        if (work.Case.Status != CaseStatus.Activating)
        {
            return null;
        }

        return error is null
            ? await ActivationSuccess.TakeAsync(work, scope, CaseAction.ConfirmActivation, command.Reference!, evidence: null, cancellationToken)
            : await ReportActivationFailureHandler.ReportAsync(work, scope, error, cancellationToken);
    }

    // It is shown and logged: nothing but a word.
    private static string CodeOf(string error) =>
        error.Length is > 0 and <= ErrorMaxLength && error.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_') ? error : UnnamedError;
}
