using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>The embedded activation: switches the service of a case on or off in this database (SOP stage 4).</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="sla">The office's zone, in which the year of a number is counted.</param>
/// <param name="clock">Clock.</param>
public sealed class SwitchLocalServiceHandler(UnitOfWork unitOfWork, SlaPolicyProvider sla, TimeProvider clock) : IUseCase
{
    /// <summary>Switches the service on and answers its number. A repeated order answers the same number.</summary>
    public async Task<Result<string>> SwitchOnAsync(ActivationOrder order, CancellationToken cancellationToken)
    {
        var policy = await sla.GetAsync(cancellationToken);
        var now = Instant.Now(clock);
        return await unitOfWork.WriteAsync<string>(
            async scope =>
            {
                await scope.LockCaseAsync(order.CaseId, cancellationToken);
                var known = await scope.Context.LocalServices.SingleOrDefaultAsync(item => item.CaseId == order.CaseId, cancellationToken);
                if (known is not null)
                {
                    return known.Reference;
                }

                var year = policy.DateAt(now).Year;
                var number = new ServiceNumber(year, await scope.NextNumberAsync(ServiceNumber.Series(year), cancellationToken));
                scope.Context.LocalServices.Add(new LocalService(order.CaseId, number.ToString(), order.ProductCode, now));
                return number.ToString();
            },
            cancellationToken);
    }

    /// <summary>Switches the service off, if there is one. A repeated order changes nothing.</summary>
    public Task<Result<Done>> SwitchOffAsync(Guid caseId, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                await scope.LockCaseAsync(caseId, cancellationToken);
                var known = await scope.Context.LocalServices.SingleOrDefaultAsync(item => item.CaseId == caseId, cancellationToken);
                known?.Deactivate(Instant.Now(clock));
                return Done.Instance;
            },
            cancellationToken);
}
