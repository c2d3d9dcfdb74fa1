using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage3Recording;

/// <summary>Confirms the customer record ("memasukkan data pelanggan ke dalam sistem CRM sesuai dengan standar format", SOP stage 3).</summary>
/// <param name="Target">Which case.</param>
/// <param name="ConfirmedFields">Codes of the fields that were compared with the standard format; all of them must be.</param>
public sealed record CompleteRecording(CaseTarget Target, IReadOnlySet<RecordField> ConfirmedFields);

/// <summary>Handles <see cref="CompleteRecording"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="protection">Encryption.</param>
public sealed class CompleteRecordingHandler(CaseWriter writer, CaseProtection protection) : IUseCase
{
    /// <summary>Makes or renews the customer record and hands the case to IT.</summary>
    public Task<Result<CaseState>> HandleAsync(CompleteRecording command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(command.Target, actor, (work, scope) => RecordAsync(work, scope, command, cancellationToken), cancellationToken);

    private async Task<Refusal?> RecordAsync(CaseWork work, WriteScope scope, CompleteRecording command, CancellationToken cancellationToken)
    {
        var record = StandardFormat.Of(work.Data);
        var missing = record.Select(line => line.Field).Where(field => !command.ConfirmedFields.Contains(field)).ToList();
        if (missing.Count > 0)
        {
            return new Invalid([.. missing.Select(field => new FieldError(field.ToString(), InputProblem.Required))]);
        }

        if (work.Act(CaseAction.CompleteRecording) is { } refusal)
        {
            return refusal;
        }

        var customer = await scope.Context.Customers.SingleOrDefaultAsync(item => item.CaseId == work.Case.Id, cancellationToken);
        if (customer is null)
        {
            var year = work.Policy.DateAt(work.Now).Year;
            var sequence = await scope.NextNumberAsync(CustomerNumber.Series(year), cancellationToken);
            customer = new Customer(
                work.NewId(), new CustomerNumber(year, sequence).ToString(), work.Case.Id, work.Case.Kind, StandardFormat.Name(work.Data.DisplayName), work.Now);
            scope.Context.Customers.Add(customer);
        }

        customer.Confirm(StandardFormat.Name(work.Data.DisplayName), protection.ProtectCustomer(customer.Id, work.Data), work.Now);
        work.Case.RecordCustomer(customer.Id, work.Now);
        return null;
    }
}
