using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers;

/// <summary>Takes two joined records apart again.</summary>
/// <param name="MergeId">Which merge.</param>
/// <param name="Survivor">The record that stayed.</param>
/// <param name="Reason">Why; required.</param>
public sealed record UndoMerge(Guid MergeId, CustomerTarget Survivor, string Reason);

/// <summary>Handles <see cref="UndoMerge"/>.</summary>
/// <param name="writer">The gate to a customer.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="protection">Encryption.</param>
/// <param name="index">What customers are found by.</param>
public sealed class UndoMergeHandler(
    CustomerWriter writer, OnboardingContextFactory contexts, CustomerProtection protection, CustomerSearchIndex index) : IUseCase
{
    /// <summary>
    /// Puts back what the merge set, as long as nobody has changed it since; what was changed beside it stays. Products and interactions that
    /// went over go back.
    /// </summary>
    public async Task<Result<CustomerState>> HandleAsync(UndoMerge command, Actor actor, CancellationToken cancellationToken)
    {
        // Who may not undo learns nothing of what was merged.
        if (!actor.HasAny(CustomerAccess.Undoers))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        await using var context = contexts.CreateDbContext();
        var mergedId = await context.CustomerMerges.Where(item => item.Id == command.MergeId && item.SurvivorId == command.Survivor.Id)
            .Select(item => (Guid?)item.MergedId).SingleOrDefaultAsync(cancellationToken);
        if (mergedId is null)
        {
            return new NotFound(RefusalCode.RecordNotFound);
        }

        return await writer.ChangeAsync(
            [command.Survivor, new CustomerTarget(mergedId.Value, null)],
            actor,
            CustomerAccess.Undoers,
            (works, scope) => SeparateAsync(works[0], works[1], scope.Context, command, cancellationToken),
            cancellationToken);
    }

    private async Task<Refusal?> SeparateAsync(
        CustomerWork survivor, CustomerWork merged, OnboardingContext context, UndoMerge command, CancellationToken cancellationToken)
    {
        var merge = await context.CustomerMerges.SingleAsync(item => item.Id == command.MergeId, cancellationToken);
        if (merge.UndoneAt is not null || merged.Customer.MergedIntoId != survivor.Customer.Id)
        {
            return new NotAllowed(RefusalCode.MergeUndone);
        }

        if (survivor.Customer.Status == CustomerStatus.Merged)
        {
            return new NotAllowed(RefusalCode.CustomerMerged);
        }

        if (FreeText.Refuse(nameof(UndoMerge.Reason), command.Reason, isRequired: true) is { } invalid)
        {
            return invalid;
        }

        if (await CustomerCases.RefuseAsync(context, [survivor.Customer, merged.Customer], cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var content = protection.OpenMerge(merge.Id, merge.ProtectedContent);
        if (RecordMerge.Overwritten(content, survivor.Record) is { Count: > 0 } changed)
        {
            return new NotAllowed(RefusalCode.MergeOverwritten, [.. changed]);
        }

        var reason = FreeText.Clean(command.Reason);
        foreach (var product in survivor.Customer.Products.Where(product => content.Products.Contains(product.Id)).ToList())
        {
            survivor.Customer.HandOver(product, merged.Customer);
        }

        foreach (var interaction in await context.CustomerInteractions.Where(item => content.Interactions.Contains(item.Id)).ToListAsync(cancellationToken))
        {
            interaction.MoveTo(merged.Customer.Id);
        }

        merge.Undo(survivor.Now);
        merged.Customer.MergeInto(null);
        merged.Note(new AuditEntry("Customer.UndoMerge") { Reason = reason, Details = $$"""{"from":"{{survivor.Customer.Number}}"}""" });
        var restored = RecordMerge.Restore(content, survivor.Record);
        survivor.Replace(
            survivor.Record, restored, new AuditEntry("Customer.UndoMerge") { Reason = reason, Details = $$"""{"merged":"{{merged.Customer.Number}}"}""" }, protection);
        await index.RenewAsync(context, survivor.Customer, restored, cancellationToken);
        await index.RenewAsync(context, merged.Customer, merged.Record, cancellationToken);
        return null;
    }
}
