using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers.Crm;

/// <summary>Sends some customer records to the external CRM again; they win over what it holds.</summary>
/// <param name="CustomerIds">Which; at most <see cref="CrmReader.PageSize"/>.</param>
public sealed record ResendToCrm(IReadOnlyList<Guid> CustomerIds);

/// <summary>Handles <see cref="ResendToCrm"/>.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="rules">Whether there is a CRM.</param>
/// <param name="clock">Clock.</param>
public sealed class ResendToCrmHandler(UnitOfWork unitOfWork, CrmRules rules, TimeProvider clock) : IUseCase
{
    /// <summary>Puts them in line; those on their way already stay as they are. Answers how many were put in line.</summary>
    public Task<Result<int>> HandleAsync(ResendToCrm command, Actor actor, CancellationToken cancellationToken) => unitOfWork.WriteAsync<int>(
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

            var now = Instant.Now(clock);
            var ids = command.CustomerIds.Distinct().Order().Take(CrmReader.PageSize).ToList();
            await scope.LockCustomersAsync(ids, cancellationToken);
            var links = await scope.Context.CrmLinks.Where(link => ids.Contains(link.CustomerId)).ToListAsync(cancellationToken);
            var put = 0;
            foreach (var link in links)
            {
                put += await CrmQueue.PutAsync(scope.Context, link.CustomerId, link.Number, overwrites: true, now, () => SequentialId.New(clock), cancellationToken) ? 1 : 0;
                scope.Tell(CrmNotice.Of(link.CustomerId));
            }

            if (put > 0)
            {
                await scope.RecordAsync(new AuditEntry("Crm.Resend") { Details = $$"""{"records":{{put}}}""" }, actor, SequentialId.New(clock), now, cancellationToken);
            }

            return put;
        },
        cancellationToken);
}
