using Onboarding.Core.Audit;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Partners;

/// <summary>What changes of partners have in common: for the administrator alone, and each with its audit event.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="clock">Clock.</param>
public sealed class PartnerAudit(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>Does one change in one transaction.</summary>
    /// <param name="action">Code of the audit event.</param>
    /// <param name="partnerId">Which partner.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="change">The change; a refusal leaves everything as it was. Its text, if any, is the object of the event, without personal data.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    internal Task<Result<Done>> WriteAsync(
        string action, Guid partnerId, Actor actor, Func<WriteScope, DateTimeOffset, Task<Result<string>>> change, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                if (!actor.Has(ActorRole.Administrator))
                {
                    return new NotAllowed(RefusalCode.RoleNotAllowed);
                }

                var now = Instant.Now(clock);
                var changed = await change(scope, now);
                if (!changed.IsDone)
                {
                    return changed.Refusal;
                }

                var about = changed.Value.Length == 0 ? string.Empty : $$""","about":"{{changed.Value}}" """.TrimEnd();
                await scope.RecordAsync(
                    new AuditEntry(action) { Details = $$"""{"partner":"{{partnerId:N}}"{{about}}}""" }, actor, SequentialId.New(clock), now, cancellationToken);
                return Done.Instance;
            },
            cancellationToken);
}
