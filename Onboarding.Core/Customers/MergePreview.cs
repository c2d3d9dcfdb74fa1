using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers;

/// <summary>One of the two records of a merge that is being looked at.</summary>
/// <param name="Target">The customer as it was seen.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Products">How many products it has, and with each a case.</param>
/// <param name="Interactions">How many interactions and notes.</param>
/// <param name="Parties">How many people and further contacts stand beside the main data.</param>
public sealed record MergeSide(CustomerTarget Target, string Number, string Name, CustomerStatus Status, int Products, int Interactions, int Parties)
{
    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => Number;
}

/// <summary>What a merge would do.</summary>
/// <param name="Survivor">The record that stays.</param>
/// <param name="Merged">The one that becomes a part of it.</param>
/// <param name="Fields">Both field by field.</param>
/// <param name="Blocked">Why it is not possible now, or null.</param>
public sealed record MergePreview(MergeSide Survivor, MergeSide Merged, IReadOnlyList<MergeField> Fields, Refusal? Blocked);

/// <summary>Reads what a merge would do, without doing it.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="protection">Opens the records.</param>
public sealed class MergePreviewReader(OnboardingContextFactory contexts, CustomerProtection protection)
{
    /// <summary>Both records side by side; for who may merge.</summary>
    public async Task<Result<MergePreview>> ReadAsync(string survivorNumber, string mergedNumber, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.HasAny(CustomerAccess.Editors))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        await using var context = contexts.CreateDbContext();
        var survivor = await FindAsync(context, survivorNumber, cancellationToken);
        var merged = await FindAsync(context, mergedNumber.Trim().ToUpperInvariant(), cancellationToken);
        if (survivor is null || merged is null)
        {
            return new NotFound(RefusalCode.CustomerNotFound);
        }

        if (survivor.Id == merged.Id)
        {
            return new Invalid(nameof(MergeCustomers.Merged), InputProblem.MustDiffer);
        }

        var mine = protection.Open(survivor.Id, survivor.ProtectedData);
        var theirs = protection.Open(merged.Id, merged.ProtectedData);
        return new MergePreview(
            await SideAsync(context, survivor, mine, cancellationToken),
            await SideAsync(context, merged, theirs, cancellationToken),
            survivor.Kind == merged.Kind ? RecordMerge.Fields(mine, theirs) : [],
            await MergeRules.RefuseAsync(context, survivor, merged, cancellationToken));
    }

    private static Task<Customer?> FindAsync(OnboardingContext context, string number, CancellationToken cancellationToken) =>
        context.Customers.AsNoTracking().Include(item => item.Products).SingleOrDefaultAsync(item => item.Number == number, cancellationToken);

    private static async Task<MergeSide> SideAsync(OnboardingContext context, Customer customer, CustomerRecord record, CancellationToken cancellationToken) => new(
        new CustomerTarget(customer.Id, customer.Version),
        customer.Number,
        customer.Name,
        customer.Status,
        customer.Products.Count,
        await context.CustomerInteractions.CountAsync(item => item.CustomerId == customer.Id, cancellationToken),
        record.Parties.Count + record.Phones.Count + record.Emails.Count + record.Addresses.Count);
}
