using Onboarding.Core.Cases;
using Onboarding.Core.Documents.Reading;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>Corrects the data of a registration (stages 1 and 2).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Data">The data as it should be.</param>
/// <param name="Reason">Why; required once the case is being verified.</param>
public sealed record EditRegistration(CaseTarget Target, ApplicantData Data, string? Reason)
{
    /// <summary>The fields whose value was read from a card by the machine and taken over by the person who saves; the trail names them, never the values.</summary>
    public IReadOnlySet<CardField> MachineRead { get; init; } = new HashSet<CardField>();
}

/// <summary>Handles <see cref="EditRegistration"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="protection">Encryption.</param>
/// <param name="sla">Calendar.</param>
/// <param name="clock">Clock.</param>
public sealed class EditRegistrationHandler(CaseWriter writer, CaseProtection protection, SlaPolicyProvider sla, TimeProvider clock) : IUseCase
{
    /// <summary>Saves the data, or says field by field what is wrong. A draft may be incomplete.</summary>
    public async Task<Result<CaseState>> HandleAsync(EditRegistration command, Actor actor, CancellationToken cancellationToken)
    {
        var policy = await sla.GetAsync(cancellationToken);
        var check = RegistrationRules.Check(command.Data, policy.DateAt(Instant.Now(clock)));
        return await writer.ActAsync(
            command.Target,
            actor,
            work =>
            {
                if (work.Case.Kind != check.Data.Kind)
                {
                    return new Invalid(nameof(ApplicantData.Kind), InputProblem.UnknownChoice);
                }

                var fields = DataComparison.ChangedFields(work.Data, check.Data);
                if (fields.Count == 0)
                {
                    return TransitionEngine.Decide(work.Facts, CaseAction.EditData, actor, command.Reason).Refusal;
                }

                var details = $$"""{"fields":["{{string.Join("\",\"", fields)}}"]{{MachineReading.Detail(command.MachineRead)}}}""";
                if (work.Act(CaseAction.EditData, command.Reason, details, protection.ProtectChange(work.Case.Id, work.Data, check.Data)) is { } refusal)
                {
                    return refusal;
                }

                if (work.Case.Status != CaseStatus.Draft
                    && RegistrationRules.Check(command.Data, policy.DateAt(work.Now), work.Case.Requirements) is { Errors.Count: > 0 } incomplete)
                {
                    return new Invalid(incomplete.Errors);
                }

                work.Case.ReplaceData(check.Data, protection.Protect(work.Case.Id, check.Data), protection.Keys(check.Data));
                return null;
            },
            cancellationToken);
    }
}
