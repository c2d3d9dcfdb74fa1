using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers;

/// <summary>
/// The cases behind customers, as far as a change of a record concerns them: a supervisor decides on what the register says (SOP stage 4),
/// and compliance holds it as it is.
/// </summary>
internal static class CustomerCases
{
    private static readonly CaseStatus[] InApproval = [CaseStatus.AwaitingApproval, CaseStatus.Activating];

    // A rejected or an expired one may be opened again.
    private static readonly CaseStatus[] Undecided =
    [
        .. CaseStatuses.All.Where(info => info is { IsClosed: false, Stage: < Stage.Approval }).Select(info => info.Status), CaseStatus.Rejected, CaseStatus.Expired,
    ];

    /// <summary>
    /// Locks the cases of some customers. A case locks itself before its customer, so whoever changes a customer and cares for its cases does the same;
    /// while they are locked no case finds that its product has moved to another customer.
    /// </summary>
    /// <returns>The cases that were locked.</returns>
    public static async Task<IReadOnlyList<Guid>> LockAsync(WriteScope scope, IEnumerable<Guid> customerIds, CancellationToken cancellationToken)
    {
        var ids = customerIds.ToList();
        var cases = await scope.Context.CustomerProducts.Where(product => ids.Contains(product.CustomerId)).Select(product => product.CaseId).ToListAsync(cancellationToken);
        foreach (var id in cases.Order())
        {
            await scope.LockCaseAsync(id, cancellationToken);
        }

        return cases;
    }

    /// <summary>Why the records of these customers are not to be changed at present, or null.</summary>
    public static async Task<Refusal?> RefuseAsync(OnboardingContext context, IEnumerable<Customer> customers, CancellationToken cancellationToken)
    {
        var caseIds = customers.SelectMany(customer => customer.Products).Select(product => product.CaseId).ToList();
        var cases = await context.Cases.AsNoTracking()
            .Where(item => caseIds.Contains(item.Id) && (item.Hold != null || InApproval.Contains(item.Status)))
            .Select(item => new { item.Number, OnHold = item.Hold != null })
            .ToListAsync(cancellationToken);
        return cases.FirstOrDefault() is { } first
            ? new NotAllowed(first.OnHold ? RefusalCode.CustomerOnHold : RefusalCode.CustomerInApproval, first.Number)
            : null;
    }

    /// <summary>Four eyes: who changed the record has a part in each of its cases that is still to be decided.</summary>
    public static async Task TakePartAsync(OnboardingContext context, IReadOnlyList<Guid> caseIds, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var undecided = await context.Cases.Where(item => caseIds.Contains(item.Id) && Undecided.Contains(item.Status)).Select(item => item.Id).ToListAsync(cancellationToken);
        var parts = context.Set<Participation>();
        var known = await parts.Where(part => undecided.Contains(part.CaseId) && part.StaffId == actor.Id && part.Part == Part.Recorded)
            .Select(part => part.CaseId).ToListAsync(cancellationToken);
        parts.AddRange(undecided.Except(known).Select(id => new Participation(id, actor.Id, actor.Name, Part.Recorded, now)));
    }
}
