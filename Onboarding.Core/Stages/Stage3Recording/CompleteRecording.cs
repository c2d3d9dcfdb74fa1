using System.Text.Json;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage3Recording;

/// <summary>Confirms the customer record ("memasukkan data pelanggan ke dalam sistem CRM sesuai dengan standar format", SOP stage 3).</summary>
/// <param name="Target">Which case.</param>
/// <param name="ConfirmedFields">Paths of the fields that were compared with the standard format; all of them must be.</param>
public sealed record CompleteRecording(CaseTarget Target, IReadOnlySet<string> ConfirmedFields);

/// <summary>Handles <see cref="CompleteRecording"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="recording">Makes or renews the customer.</param>
/// <param name="protection">Encryption.</param>
public sealed class CompleteRecordingHandler(CaseWriter writer, CustomerRecording recording, CaseProtection protection) : IUseCase
{
    /// <summary>Makes or renews the customer record and hands the case to IT. Which fields were confirmed, and what the standard format changed, stays in the trail.</summary>
    public Task<Result<CaseState>> HandleAsync(CompleteRecording command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(command.Target, actor, (work, scope) => RecordAsync(work, scope, command, cancellationToken), cancellationToken);

    private async Task<Refusal?> RecordAsync(CaseWork work, WriteScope scope, CompleteRecording command, CancellationToken cancellationToken)
    {
        var record = StandardFormat.Of(work.Data);
        var missing = record.Select(line => line.Field).Where(field => !command.ConfirmedFields.Contains(field)).ToList();
        if (missing.Count > 0)
        {
            return new Invalid([.. missing.Select(field => new FieldError(field, InputProblem.Required))]);
        }

        var standard = StandardFormat.Apply(work.Data);
        var details = JsonSerializer.Serialize(new
        {
            confirmed = record.Select(line => line.Field),
            changed = record.Where(line => line.Differs).Select(line => line.Field),
        });
        if (work.Act(CaseAction.CompleteRecording, details: details, protectedDetails: protection.ProtectChange(work.Case.Id, work.Data, standard)) is { } refusal)
        {
            return refusal;
        }

        var customer = await recording.RecordAsync(work, scope, standard, cancellationToken);
        work.Case.RecordCustomer(customer.Id, work.Now);
        return null;
    }
}
