using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Customers;

/// <summary>Puts a verified case into the register (SOP stage 3), in the case's own transaction.</summary>
/// <param name="protection">Encryption.</param>
/// <param name="index">What customers are found by.</param>
public sealed class CustomerRecording(CustomerProtection protection, CustomerSearchIndex index)
{
    /// <summary>
    /// Makes the customer of the case, or renews it when the case comes a second time. What was learnt beside the registration stays, and so
    /// does the record of a customer that the case was merged into.
    /// </summary>
    /// <param name="work">The case.</param>
    /// <param name="scope">The transaction.</param>
    /// <param name="standard">The registration in the standard format.</param>
    /// <param name="cancellationToken">Cancels.</param>
    internal async Task<Customer> RecordAsync(CaseWork work, WriteScope scope, ApplicantData standard, CancellationToken cancellationToken)
    {
        var customer = await CustomerSteps.FindAsync(scope.Context, scope, work.Case.Id, cancellationToken);
        if (customer is null)
        {
            var year = work.Policy.DateAt(work.Now).Year;
            var number = new CustomerNumber(year, await scope.NextNumberAsync(CustomerNumber.Series(year), cancellationToken));
            var first = Begin(work, number, standard);
            scope.Context.Customers.Add(first.Customer);
            await index.RenewAsync(scope.Context, first.Customer, first.Record, cancellationToken);
            scope.Take(first);
            return first.Customer;
        }

        var before = protection.Open(customer.Id, customer.ProtectedData);
        customer.Products.Single(product => product.CaseId == work.Case.Id).Reopen();
        var after = customer.CaseId == work.Case.Id ? before with { Data = standard } : before;
        var again = new CustomerWork(customer, before, work.Actor, work.Now, work.NewId);
        again.Replace(before, after, new AuditEntry("Customer.RecordAgain") { Details = Details(work) }, protection);
        await index.RenewAsync(scope.Context, customer, after, cancellationToken);
        scope.Take(again);
        return customer;
    }

    /// <summary>A customer that was just made from a case, with its first product and the first event of its trail.</summary>
    internal CustomerWork Begin(CaseWork work, CustomerNumber number, ApplicantData standard)
    {
        var customer = new Customer(work.NewId(), number, work.Case.Id, work.Case.Kind, work.Now);
        customer.Add(new CustomerProduct(work.NewId(), customer.Id, work.Case.Id, work.Case.ProductCode));
        var record = new CustomerRecord { Data = standard };
        var first = new CustomerWork(customer, record, work.Actor, work.Now, work.NewId);
        first.Replace(null, record, new AuditEntry("Customer.Record") { To = nameof(CustomerStatus.Pending), Details = Details(work) }, protection);
        return first;
    }

    /// <summary>
    /// Takes the mended address over into the customer that was made from the case, where it is still the one that does not take mail: what leaves the
    /// register (export, connectors) would go on naming it.
    /// </summary>
    /// <param name="work">The case.</param>
    /// <param name="scope">The transaction.</param>
    /// <param name="before">The address that was mended.</param>
    /// <param name="after">The address as it is now.</param>
    /// <param name="reason">Why, as given for the case.</param>
    /// <param name="cancellationToken">Cancels.</param>
    internal async Task CorrectEmailAsync(CaseWork work, WriteScope scope, string before, string after, string reason, CancellationToken cancellationToken)
    {
        if (await CustomerSteps.FindAsync(scope.Context, scope, work.Case.Id, cancellationToken) is not { } customer)
        {
            return;
        }

        var record = protection.Open(customer.Id, customer.ProtectedData);
        if (!string.Equals(record.Data.Email, before, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var mended = record with { Data = record.Data with { Email = after } };
        var step = new CustomerWork(customer, record, work.Actor, work.Now, work.NewId);
        var entry = new AuditEntry("Customer.Edit") { Reason = FreeText.Clean(reason), Details = $$"""{"case":"{{work.Case.Number}}","fields":["{{nameof(ApplicantData.Email)}}"]}""" };
        step.Replace(record, mended, entry, protection);
        await index.RenewAsync(scope.Context, customer, mended, cancellationToken);
        scope.Take(step);
    }

    private static string Details(CaseWork work) => $$"""{"case":"{{work.Case.Number}}","product":"{{work.Case.ProductCode}}"}""";
}
