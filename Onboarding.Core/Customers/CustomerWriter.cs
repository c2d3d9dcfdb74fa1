using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers;

/// <summary>
/// The gate through which people reach a customer: role, load, check the version, change, save with the audit event in one transaction;
/// the notice for open pages goes out after it. What a case does to its customer goes through <see cref="CustomerSteps"/>, in the case's transaction.
/// </summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="protection">Opens the record.</param>
/// <param name="clock">Clock.</param>
public sealed class CustomerWriter(UnitOfWork unitOfWork, CustomerProtection protection, TimeProvider clock)
{
    /// <summary>Does one piece of work on one customer that leaves its record as it is.</summary>
    /// <param name="target">Which customer, in which version.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="roles">Roles that may; any one is enough.</param>
    /// <param name="apply">Does the work; null when done, otherwise the refusal, and nothing is saved.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    internal Task<Result<CustomerState>> ActAsync(
        CustomerTarget target, Actor actor, IReadOnlyList<ActorRole> roles, Func<CustomerWork, WriteScope, Task<Refusal?>> apply, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync<CustomerState>(
            async scope => actor.HasAny(roles)
                ? await WorkAsync([target], actor, scope, works => apply(works[0], scope), cancellationToken)
                : new NotAllowed(RefusalCode.RoleNotAllowed),
            cancellationToken);

    /// <summary>
    /// Changes the records of one or more customers; the first is the one that is answered. Their cases stand still meanwhile, and who changes them has
    /// a part in those that are still to be decided (four eyes, SOP stage 4).
    /// </summary>
    /// <param name="targets">Which customers, each in which version.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="roles">Roles that may; any one is enough.</param>
    /// <param name="apply">Changes the customers; null when done, otherwise the refusal, and nothing is saved.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    internal Task<Result<CustomerState>> ChangeAsync(
        IReadOnlyList<CustomerTarget> targets,
        Actor actor,
        IReadOnlyList<ActorRole> roles,
        Func<IReadOnlyList<CustomerWork>, WriteScope, Task<Refusal?>> apply,
        CancellationToken cancellationToken) => unitOfWork.WriteAsync<CustomerState>(
            async scope =>
            {
                if (!actor.HasAny(roles))
                {
                    return new NotAllowed(RefusalCode.RoleNotAllowed);
                }

                var cases = await CustomerCases.LockAsync(scope, targets.Select(target => target.Id), cancellationToken);
                return await WorkAsync(
                    targets,
                    actor,
                    scope,
                    async works =>
                    {
                        // Another merge brought a product between the two locks.
                        if (works.SelectMany(work => work.Customer.Products).Any(product => !cases.Contains(product.CaseId)))
                        {
                            return new Conflict(RefusalCode.CustomerChanged);
                        }

                        if (await apply(works, scope) is { } refusal)
                        {
                            return refusal;
                        }

                        if (works.Any(work => work.Events.Count > 0))
                        {
                            await CustomerCases.TakePartAsync(scope.Context, cases, actor, works[0].Now, cancellationToken);
                        }

                        return null;
                    },
                    cancellationToken);
            },
            cancellationToken);

    /// <summary>Loads a customer with its products.</summary>
    internal static Task<Customer?> LoadAsync(OnboardingContext context, Guid id, CancellationToken cancellationToken) =>
        context.Customers.Include(item => item.Products).SingleOrDefaultAsync(item => item.Id == id, cancellationToken);

    private async Task<Result<CustomerState>> WorkAsync(
        IReadOnlyList<CustomerTarget> targets, Actor actor, WriteScope scope, Func<IReadOnlyList<CustomerWork>, Task<Refusal?>> apply, CancellationToken cancellationToken)
    {
        // Always in the same order, so that two merges of the same two never wait for each other.
        foreach (var id in targets.Select(target => target.Id).Order())
        {
            await scope.LockCustomerAsync(id, cancellationToken);
        }

        var now = Instant.Now(clock);
        var works = new List<CustomerWork>(targets.Count);
        foreach (var target in targets)
        {
            if (await LoadAsync(scope.Context, target.Id, cancellationToken) is not { } customer)
            {
                return new NotFound(RefusalCode.CustomerNotFound);
            }

            if (target.Version is { } seen && seen != customer.Version)
            {
                return new Conflict(RefusalCode.CustomerChanged);
            }

            works.Add(new CustomerWork(customer, protection.Open(customer.Id, customer.ProtectedData), actor, now, () => SequentialId.New(clock)));
        }

        if (await apply(works) is { } refusal)
        {
            return refusal;
        }

        foreach (var work in works.Where(work => work.Events.Count > 0))
        {
            scope.Take(work);
        }

        var first = works[0].Customer;
        return new CustomerState(first.Id, first.Number, first.Status, first.Version);
    }
}
