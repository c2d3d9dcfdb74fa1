using Onboarding.Core.Customers;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>Mends the mail address of an applicant whom a message did not reach, at whatever stage the case is.</summary>
/// <param name="Target">Which case.</param>
/// <param name="Email">The address that works.</param>
/// <param name="Reason">How it became known; required.</param>
public sealed record CorrectAddress(CaseTarget Target, string Email, string Reason)
{
    /// <summary>Printing would leak the address into logs.</summary>
    public override string ToString() => Target.ToString();
}

/// <summary>Handles <see cref="CorrectAddress"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="protection">Encryption.</param>
/// <param name="recording">The customer that was made from the case.</param>
public sealed class CorrectAddressHandler(CaseWriter writer, CaseProtection protection, CustomerRecording recording) : IUseCase
{
    private const string Details = $$"""{"fields":["{{nameof(ApplicantData.Email)}}"]}""";

    /// <summary>Keeps the address; nothing else of the data changes. What was not delivered is sent again by hand.</summary>
    public Task<Result<CaseState>> HandleAsync(CorrectAddress command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(command.Target, actor, (work, scope) => CorrectAsync(work, scope, command, cancellationToken), cancellationToken);

    private async Task<Refusal?> CorrectAsync(CaseWork work, WriteScope scope, CorrectAddress command, CancellationToken cancellationToken)
    {
        var read = EmailAddress.Read(command.Email);
        if (read.Value is not { } address)
        {
            var finding = read.Findings[0];
            return finding.Code == FindingCode.Required
                ? new Invalid(nameof(CorrectAddress.Email), InputProblem.Required)
                : new Invalid([new FieldError(nameof(CorrectAddress.Email), InputProblem.NotWellFormed) { Finding = finding }]);
        }

        if (string.Equals(address.Value, work.Data.Email, StringComparison.OrdinalIgnoreCase))
        {
            return new Invalid(nameof(CorrectAddress.Email), InputProblem.MustDiffer);
        }

        var (before, data) = (work.Data.Email, work.Data with { Email = address.Value });
        if (work.Act(CaseAction.CorrectAddress, command.Reason, Details, protection.ProtectChange(work.Case.Id, work.Data, data)) is { } refusal)
        {
            return refusal;
        }

        work.Case.ReplaceData(data, protection.Protect(work.Case.Id, data), protection.Keys(data));
        await recording.CorrectEmailAsync(work, scope, before, address.Value, command.Reason, cancellationToken);
        return null;
    }
}
