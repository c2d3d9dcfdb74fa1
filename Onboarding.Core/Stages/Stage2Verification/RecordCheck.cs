using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>Records one check of the Form Verifikasi Data (stage 2).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Code">Which fact.</param>
/// <param name="CheckResult">What was found.</param>
/// <param name="Evidence">What the result rests on; required.</param>
/// <param name="Remark">Remark, or null.</param>
public sealed record RecordCheck(CaseTarget Target, CheckCode Code, CheckResult CheckResult, string Evidence, string? Remark);

/// <summary>Handles <see cref="RecordCheck"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class RecordCheckHandler(CaseWriter writer) : IUseCase
{
    private const int MaxLength = 2000;

    /// <summary>Keeps the check; an earlier check of the same fact stays in the log.</summary>
    public Task<Result<CaseState>> HandleAsync(RecordCheck command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(command.Target, actor, work => Record(work, command), cancellationToken);

    private static Refusal? Record(CaseWork work, RecordCheck command)
    {
        if (Validate(work, command) is { } invalid)
        {
            return invalid;
        }

        if (work.Act(CaseAction.RecordCheck, details: $$"""{"check":"{{command.Code}}","result":"{{command.CheckResult}}"}""") is { } refusal)
        {
            return refusal;
        }

        work.Case.Add(new VerificationCheck(
            work.NewId(), work.Case.Id, command.Code, command.CheckResult, FreeText.Clean(command.Evidence), FreeText.CleanOrNull(command.Remark), work.Actor.Id, work.Actor.Name, work.Now));
        work.Case.TakePart(work.Actor, Part.Verified, work.Now);
        return null;
    }

    private static Invalid? Validate(CaseWork work, RecordCheck command)
    {
        if (!VerificationForm.Read(work.Case, work.Data).Any(line => line.Code == command.Code))
        {
            return new Invalid(nameof(RecordCheck.Code), InputProblem.UnknownChoice);
        }

        if (!Enum.IsDefined(command.CheckResult))
        {
            return new Invalid(nameof(RecordCheck.CheckResult), InputProblem.UnknownChoice);
        }

        return FreeText.Refuse(nameof(RecordCheck.Evidence), command.Evidence, MaxLength, isRequired: true)
            ?? FreeText.Refuse(nameof(RecordCheck.Remark), command.Remark, MaxLength);
    }
}
