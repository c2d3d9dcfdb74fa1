using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Customers;

/// <summary>
/// What a case does to its customer on its way, in the case's own transaction. The customer is found by the product, so it is the right
/// one also after a merge.
/// </summary>
internal static class CustomerSteps
{
    /// <summary>The service was activated.</summary>
    public static Task ActivateAsync(CaseWork work, WriteScope scope, string serviceReference, CancellationToken cancellationToken) =>
        ChangeAsync(work, scope, "Customer.Activate", product => product.Start(serviceReference, work.Now), cancellationToken);

    /// <summary>The case ended before its service was active.</summary>
    public static Task EndAsync(CaseWork work, WriteScope scope, CancellationToken cancellationToken) =>
        ChangeAsync(work, scope, "Customer.EndProduct", product => product.End(work.Now), cancellationToken);

    /// <summary>The case was opened again.</summary>
    public static Task ReopenAsync(CaseWork work, WriteScope scope, CancellationToken cancellationToken) =>
        ChangeAsync(work, scope, "Customer.ReopenProduct", product => product.Reopen(), cancellationToken);

    /// <summary>The customer that this case brought its product to, locked; null before stage 3.</summary>
    public static async Task<Customer?> FindAsync(OnboardingContext context, WriteScope scope, Guid caseId, CancellationToken cancellationToken)
    {
        var id = await context.CustomerProducts.Where(item => item.CaseId == caseId).Select(item => (Guid?)item.CustomerId).SingleOrDefaultAsync(cancellationToken);
        if (id is null)
        {
            return null;
        }

        await scope.LockCustomerAsync(id.Value, cancellationToken);
        return await CustomerWriter.LoadAsync(context, id.Value, cancellationToken);
    }

    private static async Task ChangeAsync(CaseWork work, WriteScope scope, string action, Action<CustomerProduct> change, CancellationToken cancellationToken)
    {
        if (await FindAsync(scope.Context, scope, work.Case.Id, cancellationToken) is not { } customer)
        {
            return;
        }

        // No step of a case reads or changes the record, so it stays closed.
        change(customer.Products.Single(product => product.CaseId == work.Case.Id));
        var step = new CustomerWork(customer, new CustomerRecord { Data = work.Data }, work.Actor, work.Now, work.NewId);
        step.Note(new AuditEntry(action) { Details = $$"""{"case":"{{work.Case.Number}}","product":"{{work.Case.ProductCode}}"}""" });
        scope.Take(step);
    }
}
