using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Customers;

/// <summary>
/// Keeps what customers are found by in step with their records. A customer is found by its own record and by those of all that were merged
/// into it.
/// </summary>
/// <param name="protection">Hashes, and opens merged records.</param>
/// <param name="cases">The keys of the search for duplicates.</param>
public sealed class CustomerSearchIndex(CustomerProtection protection, CaseProtection cases)
{
    // A chain of merges is short; one that runs in a circle cannot come about, and would not end here.
    private const int MostParts = 100;

    /// <summary>Writes the words and keys of a customer anew; what stays is left alone.</summary>
    internal async Task RenewAsync(OnboardingContext context, Customer customer, CustomerRecord record, CancellationToken cancellationToken)
    {
        var parts = await PartsAsync(context, customer, record, cancellationToken);
        var caseIds = parts.ConvertAll(part => part.CaseId);
        var known = await context.SearchKeys.Where(key => caseIds.Contains(key.CaseId)).Select(key => key.Hash).ToListAsync(cancellationToken);
        var sort = SearchWords.SortName(customer.Name);
        var words = parts.SelectMany(part => SearchWords.Of(part.Record.Data.DisplayName)).ToHashSet(StringComparer.Ordinal);

        // By what the record says now the search for duplicates finds it too; what its case says, it knows already.
        var keys = parts.SelectMany(part => protection.Keys(part.Record).Concat(cases.Keys(part.Record.Data).Except(known))).ToHashSet();
        var oldWords = await context.CustomerWords.Where(word => word.CustomerId == customer.Id).ToListAsync(cancellationToken);
        context.CustomerWords.RemoveRange(oldWords.Where(word => word.Name != sort || !words.Remove(word.Word)));
        context.CustomerWords.AddRange(words.Select(word => new CustomerWord(word, sort, customer.Id)));
        var oldKeys = await context.CustomerKeys.Where(key => key.CustomerId == customer.Id).ToListAsync(cancellationToken);
        context.CustomerKeys.RemoveRange(oldKeys.Where(key => !keys.Remove(key.Hash)));
        context.CustomerKeys.AddRange(keys.Select(hash => new CustomerKey(hash, customer.Id)));
    }

    /// <summary>Takes a customer out of the search: another one is found in its place.</summary>
    internal static async Task RemoveAsync(OnboardingContext context, Guid customerId, CancellationToken cancellationToken)
    {
        context.CustomerWords.RemoveRange(await context.CustomerWords.Where(word => word.CustomerId == customerId).ToListAsync(cancellationToken));
        context.CustomerKeys.RemoveRange(await context.CustomerKeys.Where(key => key.CustomerId == customerId).ToListAsync(cancellationToken));
    }

    /// <summary>The words and keys of a customer that was just made, for writing many at once.</summary>
    internal (IReadOnlyList<CustomerWord> Words, IReadOnlyList<CustomerKey> Keys) First(Customer customer, CustomerRecord record) =>
    (
        [.. SearchWords.Of(customer.Name).Select(word => new CustomerWord(word, SearchWords.SortName(customer.Name), customer.Id))],
        [.. protection.Keys(record).Select(hash => new CustomerKey(hash, customer.Id))]);

    private async Task<List<Part>> PartsAsync(OnboardingContext context, Customer customer, CustomerRecord record, CancellationToken cancellationToken)
    {
        // What this very transaction merges or separates is not in the database yet, but in the context.
        var parts = new List<Part> { new(customer.Id, customer.CaseId, record) };
        for (var index = 0; index < parts.Count && parts.Count < MostParts; index++)
        {
            var id = parts[index].Id;
            var merged = await context.Customers.Where(item => item.MergedIntoId == id).ToListAsync(cancellationToken);
            var all = merged.Concat(context.Customers.Local.Where(item => item.MergedIntoId == id)).Where(item => item.MergedIntoId == id).Distinct();
            parts.AddRange(all.Select(item => new Part(item.Id, item.CaseId, protection.Open(item.Id, item.ProtectedData))));
        }

        return parts;
    }

    private sealed record Part(Guid Id, Guid CaseId, CustomerRecord Record);
}
