using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Customers.Crm;

/// <summary>A customer record as the external CRM gets it. It holds personal data: for the request alone, never for a log.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Number">Its number, the key in the CRM.</param>
/// <param name="Version">The version of the record.</param>
/// <param name="Content">Status, the number of the customer that it was merged into, and the mapped fields, as JSON that is the same for the same values.</param>
/// <param name="Hash">SHA-256 of the content, in hexadecimal digits.</param>
public sealed record CrmDocument(Guid CustomerId, string Number, int Version, string Content, string Hash)
{
    /// <summary>True when it wins over any version that the CRM holds.</summary>
    public bool Overwrites { get; init; }

    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => Number;
}

/// <summary>Makes what is sent from the records as they are now.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="protection">Opens the records.</param>
/// <param name="rules">The mapping.</param>
public sealed class CrmDocuments(OnboardingContextFactory contexts, CustomerProtection protection, CrmRules rules)
{
    /// <summary>What is to be sent of a customer, or null when there is none.</summary>
    public async Task<CrmDocument?> ReadAsync(Guid customerId, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var documents = await ReadAsync(context, [customerId], cancellationToken);
        if (documents.Count == 0)
        {
            return null;
        }

        var overwrites = await context.CrmLinks.Where(link => link.CustomerId == customerId).Select(link => link.Overwrites).SingleOrDefaultAsync(cancellationToken);
        return documents[0] with { Overwrites = overwrites };
    }

    /// <summary>The same of several customers, in no order.</summary>
    internal async Task<IReadOnlyList<CrmDocument>> ReadAsync(OnboardingContext context, IReadOnlyCollection<Guid> customerIds, CancellationToken cancellationToken)
    {
        var customers = await context.Customers.AsNoTracking().Include(item => item.Products).Where(item => customerIds.Contains(item.Id)).ToListAsync(cancellationToken);
        var survivorIds = customers.Select(item => item.MergedIntoId).OfType<Guid>().ToList();
        var survivors = survivorIds.Count == 0
            ? []
            : await context.Customers.Where(item => survivorIds.Contains(item.Id)).ToDictionaryAsync(item => item.Id, item => item.Number, cancellationToken);
        return customers.ConvertAll(customer => Of(customer, customer.MergedIntoId is { } id ? survivors.GetValueOrDefault(id) : null));
    }

    private CrmDocument Of(Customer customer, string? mergedInto)
    {
        var content = new JsonObject
        {
            ["status"] = customer.Status.ToString(),
            ["mergedInto"] = mergedInto,
            ["fields"] = Fields(customer, isMerged: mergedInto is not null),
        }.ToJsonString();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        return new CrmDocument(customer.Id, customer.Number, customer.Version, content, hash);
    }

    // What there is to say of somebody who was recorded twice stands in the record that stays.
    private JsonObject Fields(Customer customer, bool isMerged)
    {
        var record = protection.Open(customer.Id, customer.ProtectedData);
        return new JsonObject(rules.Mapping.Fields.Select(field => KeyValuePair.Create(field.There, isMerged ? null : CrmFields.Read(field.Field, customer, record))));
    }
}
