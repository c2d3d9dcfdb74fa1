using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers.Crm;

/// <summary>Asks for a run over the whole register.</summary>
/// <param name="Kind">What it does.</param>
public sealed record StartCrmRun(CrmRunKind Kind);

/// <summary>Handles <see cref="StartCrmRun"/> and stops runs again.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="rules">Whether there is a CRM.</param>
/// <param name="clock">Clock.</param>
public sealed class StartCrmRunHandler(UnitOfWork unitOfWork, CrmRules rules, TimeProvider clock) : IUseCase
{
    /// <summary>Writes the run down; whoever looks after runs takes it up. One at a time.</summary>
    public Task<Result<Done>> HandleAsync(StartCrmRun command, Actor actor, CancellationToken cancellationToken) => unitOfWork.WriteAsync<Done>(
        async scope =>
        {
            if (!actor.HasAny(CrmAccess.Operators))
            {
                return new NotAllowed(RefusalCode.RoleNotAllowed);
            }

            if (!rules.IsOn)
            {
                return new NotAllowed(RefusalCode.CrmOff);
            }

            if (await CrmRuns.Live(scope.Context).AnyAsync(cancellationToken))
            {
                return new Conflict(RefusalCode.CrmRunUnderWay);
            }

            var now = Instant.Now(clock);
            var links = scope.Context.CrmLinks;
            var total = command.Kind == CrmRunKind.Compare
                ? await links.CountAsync(cancellationToken)
                : await links.CountAsync(link => CrmRuns.ToResend.Contains(link.State), cancellationToken);
            var run = new CrmRun(SequentialId.New(clock), command.Kind, total, actor, now);
            scope.Context.CrmRuns.Add(run);
            scope.Tell(CrmNotice.Of(run.Id));
            await scope.RecordAsync(
                new AuditEntry("Crm.StartRun") { Details = $$"""{"run":"{{run.Id:N}}","kind":"{{run.Kind}}","records":{{total}}}""" }, actor, SequentialId.New(clock), now, cancellationToken);
            return Done.Instance;
        },
        cancellationToken);

    /// <summary>Asks the run that is under way to stop; without one it is done already.</summary>
    public Task<Result<Done>> CancelAsync(Actor actor, CancellationToken cancellationToken) => unitOfWork.WriteAsync<Done>(
        async scope =>
        {
            if (!actor.HasAny(CrmAccess.Operators))
            {
                return new NotAllowed(RefusalCode.RoleNotAllowed);
            }

            var now = Instant.Now(clock);
            foreach (var run in await CrmRuns.Live(scope.Context).Where(run => run.CancelRequestedAt == null).ToListAsync(cancellationToken))
            {
                run.RequestCancel(now);
                scope.Tell(CrmNotice.Of(run.Id));
                await scope.RecordAsync(
                    new AuditEntry("Crm.CancelRun") { Details = $$"""{"run":"{{run.Id:N}}","records":{{run.Handled}}}""" }, actor, SequentialId.New(clock), now, cancellationToken);
            }

            return Done.Instance;
        },
        cancellationToken);
}
