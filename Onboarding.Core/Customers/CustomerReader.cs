using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers;

/// <summary>Reads the register: by anything that identifies a customer, filtered, a page at a time by key.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="protection">Hashes what is searched for by its exact value.</param>
public sealed class CustomerReader(OnboardingContextFactory contexts, CustomerProtection protection)
{
    /// <summary>The greatest page.</summary>
    public const int MostRows = 200;

    private const int MostExact = 50;

    /// <summary>One page.</summary>
    public async Task<Result<CustomerRows>> ReadAsync(CustomerFilter filter, CustomerPlace? after, int size, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.HasAny(CustomerAccess.Readers))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        return await PageAsync(filter, after, Math.Clamp(size, 1, MostRows), cancellationToken);
    }

    /// <summary>The rows of these customers as they are now; who may not look into the register gets none.</summary>
    public async Task<IReadOnlyList<CustomerRow>> FindAsync(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.HasAny(CustomerAccess.Readers) || ids.Count == 0)
        {
            return [];
        }

        await using var context = contexts.CreateDbContext();
        return await RowsAsync(context, [.. ids.Take(MostRows).Select(id => (id, FoundBy.List))], cancellationToken);
    }

    /// <summary>A page for whoever has been let in already.</summary>
    internal async Task<CustomerRows> PageAsync(CustomerFilter filter, CustomerPlace? after, int size, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var text = FreeText.CleanOrNull(filter.Text);
        if (text is null)
        {
            var (listed, next) = await CustomerList.FindAsync(context, filter, after, size, cancellationToken);
            return new CustomerRows(await RowsAsync(context, listed, cancellationToken), next);
        }

        if (after is null && await ExactAsync(context, text, filter, cancellationToken) is { Count: > 0 } exact)
        {
            return new CustomerRows(await RowsAsync(context, exact, cancellationToken), null);
        }

        var terms = SearchWords.Terms(text);
        if (terms.Count == 0)
        {
            return new CustomerRows([], null);
        }

        // They lead the first page, and no later one shows them again.
        var named = await NamedAsync(context, text, filter, size, cancellationToken);
        var lead = after is null ? named : [];
        var (found, place) = await CustomerSearch.FindAsync(context, terms, filter, after, size - lead.Count, cancellationToken);
        return new CustomerRows(await RowsAsync(context, [.. lead, .. found.ExceptBy(named.Select(entry => entry.Id), entry => entry.Id)], cancellationToken), place);
    }

    // A customer number, a case number, a service reference, or a value of which only the keyed hash is known here.
    private async Task<List<(Guid Id, FoundBy Tier)>> ExactAsync(OnboardingContext context, string text, CustomerFilter filter, CancellationToken cancellationToken)
    {
        var number = text.ToUpperInvariant();
        var ids = await context.Customers.Where(item => item.Number == number).Select(item => item.Id).ToListAsync(cancellationToken);
        ids.AddRange(await context.CustomerProducts.Where(item => item.ServiceReference == number || item.ServiceReference == text)
            .Select(item => item.CustomerId).Take(MostExact).ToListAsync(cancellationToken));
        ids.AddRange(await context.Cases.Where(item => item.Number == number)
            .Join(context.CustomerProducts, item => item.Id, product => product.CaseId, (_, product) => product.CustomerId).ToListAsync(cancellationToken));
        if (protection.KeysToFind(text) is { Count: > 0 } keys)
        {
            ids.AddRange(await context.CustomerKeys.Where(key => keys.Contains(key.Hash)).Select(key => key.CustomerId).Take(MostExact).ToListAsync(cancellationToken));
        }

        return ids.Count == 0 ? [] : await FilterAsync(context, ids, filter, FoundBy.ExactValue, cancellationToken);
    }

    // Those to whom somebody of this full name belongs: at most as many as there is room for.
    private async Task<List<(Guid Id, FoundBy Tier)>> NamedAsync(OnboardingContext context, string text, CustomerFilter filter, int size, CancellationToken cancellationToken)
    {
        var keys = protection.PartyKeysToFind(text);
        var ids = await context.CustomerKeys.Where(key => keys.Contains(key.Hash)).Select(key => key.CustomerId)
            .OrderBy(id => id).Take(Math.Min(size, MostExact)).ToListAsync(cancellationToken);
        return ids.Count == 0 ? [] : await FilterAsync(context, ids, filter, FoundBy.Party, cancellationToken);
    }

    // A merged record stands for the one that it became a part of.
    private static async Task<List<(Guid Id, FoundBy Tier)>> FilterAsync(
        OnboardingContext context, List<Guid> ids, CustomerFilter filter, FoundBy foundBy, CancellationToken cancellationToken)
    {
        var found = filter.Status == CustomerStatus.Merged ? ids.Distinct() : await CustomerFiles.SurvivorsOfAsync(context, ids, cancellationToken);
        var sql = new SqlText().Add("""SELECT c."Id" AS "Value" FROM "Customers" AS c WHERE """);
        CustomerConditions.AddTo(sql, filter);
        sql.Add(" AND c.\"Id\" IN (");
        foreach (var (id, index) in found.Select((id, index) => (id, index)))
        {
            sql.Add(index == 0 ? string.Empty : ", ").Value(id);
        }

        var kept = await context.Database.SqlQueryRaw<Guid>(sql.Add(")").Text, sql.Values).ToListAsync(cancellationToken);
        return kept.ConvertAll(id => (id, foundBy));
    }

    private static async Task<IReadOnlyList<CustomerRow>> RowsAsync(
        OnboardingContext context, List<(Guid Id, FoundBy Tier)> found, CancellationToken cancellationToken)
    {
        if (found.Count == 0)
        {
            return [];
        }

        var ids = found.Select(entry => entry.Id).ToList();
        var customers = await context.Customers.AsNoTracking()
            .Where(item => ids.Contains(item.Id))
            .Select(item => new { item.Id, item.Number, item.Version, item.Name, item.Kind, item.Status, item.ProvinceCode, item.CreatedAt })
            .ToDictionaryAsync(item => item.Id, cancellationToken);
        var products = (await context.CustomerProducts.AsNoTracking()
            .Where(item => ids.Contains(item.CustomerId))
            .Select(item => new { item.CustomerId, item.ProductCode })
            .ToListAsync(cancellationToken)).ToLookup(item => item.CustomerId, item => item.ProductCode);
        return
        [
            .. found.Where(entry => customers.ContainsKey(entry.Id)).Select(entry =>
            {
                var item = customers[entry.Id];
                return new CustomerRow(
                    item.Id, item.Number, item.Version, item.Name, item.Kind, item.Status, item.ProvinceCode,
                    [.. products[item.Id].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], item.CreatedAt, entry.Tier);
            }),
        ];
    }
}
