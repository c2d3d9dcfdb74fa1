using System.Text.Json;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers;

/// <summary>Corrects or completes a customer record.</summary>
/// <param name="Target">Which customer.</param>
/// <param name="Record">The record as it should be.</param>
/// <param name="Reason">Why; required.</param>
public sealed record EditCustomer(CustomerTarget Target, CustomerRecord Record, string Reason)
{
    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => nameof(EditCustomer);
}

/// <summary>Handles <see cref="EditCustomer"/>.</summary>
/// <param name="writer">The gate to a customer.</param>
/// <param name="protection">Encryption.</param>
/// <param name="index">What customers are found by.</param>
/// <param name="sla">Calendar.</param>
/// <param name="clock">Clock.</param>
public sealed class EditCustomerHandler(
    CustomerWriter writer, CustomerProtection protection, CustomerSearchIndex index, SlaPolicyProvider sla, TimeProvider clock) : IUseCase
{
    /// <summary>Saves the record in the standard format, or says field by field what is wrong. Nothing changed is done, without a trace.</summary>
    public async Task<Result<CustomerState>> HandleAsync(EditCustomer command, Actor actor, CancellationToken cancellationToken)
    {
        var policy = await sla.GetAsync(cancellationToken);
        var check = CustomerRules.Check(command.Record, policy.DateAt(Instant.Now(clock)));
        return await writer.ChangeAsync(
            [command.Target],
            actor,
            CustomerAccess.Editors,
            async (works, scope) =>
            {
                var work = works[0];
                if (work.Customer.Status == CustomerStatus.Merged)
                {
                    return new NotAllowed(RefusalCode.CustomerMerged);
                }

                if (work.Customer.Kind != check.Record.Data.Kind)
                {
                    return new Invalid(nameof(ApplicantData.Kind), InputProblem.UnknownChoice);
                }

                if (check.Errors.Count > 0 || FreeText.Refuse(nameof(EditCustomer.Reason), command.Reason, isRequired: true) is not null)
                {
                    var reason = FreeText.Refuse(nameof(EditCustomer.Reason), command.Reason, isRequired: true);
                    return new Invalid([.. check.Errors, .. reason?.Errors ?? []]);
                }

                var before = work.Record;
                var fields = RecordSheet.Compare(before, check.Record).Select(difference => difference.Path).ToList();
                if (fields.Count == 0)
                {
                    return null;
                }

                if (await CustomerCases.RefuseAsync(scope.Context, [work.Customer], cancellationToken) is { } refusal)
                {
                    return refusal;
                }

                var entry = new AuditEntry("Customer.Edit")
                {
                    Reason = FreeText.Clean(command.Reason),
                    Details = $$"""{"fields":{{JsonSerializer.Serialize(fields)}}}""",
                };
                work.Replace(before, check.Record, entry, protection);
                await index.RenewAsync(scope.Context, work.Customer, check.Record, cancellationToken);
                return null;
            },
            cancellationToken);
    }
}
