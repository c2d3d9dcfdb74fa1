using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers;

/// <summary>Makes one customer of two records.</summary>
/// <param name="Survivor">The record that stays.</param>
/// <param name="Merged">The record that becomes a part of it.</param>
/// <param name="FromMerged">Paths of the fields in which the other's value wins, see <see cref="MergeField"/>.</param>
/// <param name="Reason">Why; required.</param>
public sealed record MergeCustomers(CustomerTarget Survivor, CustomerTarget Merged, IReadOnlySet<string> FromMerged, string Reason);

/// <summary>Handles <see cref="MergeCustomers"/>.</summary>
/// <param name="writer">The gate to a customer.</param>
/// <param name="protection">Encryption.</param>
/// <param name="index">What customers are found by.</param>
/// <param name="sla">Calendar.</param>
public sealed class MergeCustomersHandler(CustomerWriter writer, CustomerProtection protection, CustomerSearchIndex index, SlaPolicyProvider sla) : IUseCase
{
    /// <summary>Joins the records; products, and with them their cases, and interactions go over to the one that stays.</summary>
    public async Task<Result<CustomerState>> HandleAsync(MergeCustomers command, Actor actor, CancellationToken cancellationToken)
    {
        var policy = await sla.GetAsync(cancellationToken);
        if (command.Survivor.Id == command.Merged.Id)
        {
            return actor.HasAny(CustomerAccess.Editors)
                ? new Invalid(nameof(MergeCustomers.Merged), InputProblem.MustDiffer)
                : new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        return await writer.ChangeAsync(
            [command.Survivor, command.Merged],
            actor,
            CustomerAccess.Editors,
            async (works, scope) =>
            {
                var (survivor, merged) = (works[0], works[1]);
                if (await MergeRules.RefuseAsync(scope.Context, survivor.Customer, merged.Customer, cancellationToken) is { } refusal)
                {
                    return refusal;
                }

                var check = CustomerRules.Check(RecordMerge.Combine(survivor.Record, merged.Record, command.FromMerged), policy.DateAt(survivor.Now));
                var reason = FreeText.Refuse(nameof(MergeCustomers.Reason), command.Reason, isRequired: true);
                if (check.Errors.Count > 0 || reason is not null)
                {
                    return new Invalid([.. check.Errors, .. reason?.Errors ?? []]);
                }

                await JoinAsync(scope.Context, survivor, merged, check.Record, FreeText.Clean(command.Reason), cancellationToken);
                return null;
            },
            cancellationToken);
    }

    private async Task JoinAsync(
        OnboardingContext context, CustomerWork survivor, CustomerWork merged, CustomerRecord joined, string reason, CancellationToken cancellationToken)
    {
        var interactions = await context.CustomerInteractions.Where(item => item.CustomerId == merged.Customer.Id).ToListAsync(cancellationToken);
        var products = merged.Customer.Products.ToList();
        var content = new MergeContent(survivor.Record, joined, products.ConvertAll(item => item.Id), interactions.ConvertAll(item => item.Id));
        var id = survivor.NewId();
        context.CustomerMerges.Add(new CustomerMerge(
            id, survivor.Customer.Id, merged.Customer.Id, reason, protection.ProtectMerge(id, content), survivor.Actor, survivor.Now));
        products.ForEach(product => merged.Customer.HandOver(product, survivor.Customer));
        interactions.ForEach(interaction => interaction.MoveTo(survivor.Customer.Id));
        merged.Customer.MergeInto(survivor.Customer.Id);
        merged.Note(new AuditEntry("Customer.MergedInto") { Reason = reason, Details = $$"""{"into":"{{survivor.Customer.Number}}"}""" });
        survivor.Replace(survivor.Record, joined, new AuditEntry("Customer.Merge") { Reason = reason, Details = $$"""{"merged":"{{merged.Customer.Number}}"}""" }, protection);
        await CustomerSearchIndex.RemoveAsync(context, merged.Customer.Id, cancellationToken);
        await index.RenewAsync(context, survivor.Customer, joined, cancellationToken);
    }
}

/// <summary>Whether two records may become one.</summary>
internal static class MergeRules
{
    /// <summary>Why not, or null.</summary>
    public static async Task<Refusal?> RefuseAsync(OnboardingContext context, Customer survivor, Customer merged, CancellationToken cancellationToken)
    {
        if (survivor.Kind != merged.Kind)
        {
            return new NotAllowed(RefusalCode.MergeKindsDiffer);
        }

        if (new[] { survivor, merged }.FirstOrDefault(customer => customer.Status is CustomerStatus.Closed or CustomerStatus.Merged) is { } ended)
        {
            return new NotAllowed(RefusalCode.MergeNotOpen, ended.Number);
        }

        return await CustomerCases.RefuseAsync(context, [survivor, merged], cancellationToken);
    }
}
