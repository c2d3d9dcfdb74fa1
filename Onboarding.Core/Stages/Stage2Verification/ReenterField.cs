using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>Types a field from the document without seeing the applicant's value (stage 2, double entry).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Field">Which field.</param>
/// <param name="Typed">What stands on the document, as typed.</param>
public sealed record ReenterField(CaseTarget Target, ReentryField Field, string Typed)
{
    /// <summary>What was typed is personal data and is not printed.</summary>
    public override string ToString() => Field.ToString();
}

/// <summary>Says what a re-entry that differed was.</summary>
/// <param name="Target">Which case.</param>
/// <param name="Field">Which field.</param>
/// <param name="Resolution">Mistyped, or a real difference.</param>
/// <param name="Remark">Remark, or null.</param>
public sealed record ResolveReentry(CaseTarget Target, ReentryField Field, ReentryResolution Resolution, string? Remark = null);

/// <summary>Handles <see cref="ReenterField"/> and <see cref="ResolveReentry"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="protection">Encrypts what was typed.</param>
public sealed class ReenterFieldHandler(CaseWriter writer, CaseProtection protection) : IUseCase
{
    /// <summary>More attempts at one field than anybody needs.</summary>
    public const int MostAttempts = 20;

    /// <summary>The longest text that is compared.</summary>
    public const int MaxLength = 200;

    private const int RemarkLength = 2000;

    /// <summary>
    /// Compares and keeps the attempt. An equal one is the passed check; one that differs waits for its typist to say what
    /// it was. The audit trail holds that it was typed and whether it was equal, never what.
    /// </summary>
    public Task<Result<CaseState>> HandleAsync(ReenterField command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(command.Target, actor, work => Reenter(work, command), cancellationToken);

    /// <summary>Keeps what the difference was: after a mistake the field is typed again, a real difference is a failed check.</summary>
    public Task<Result<CaseState>> ResolveAsync(ResolveReentry command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(command.Target, actor, work => Resolve(work, command), cancellationToken);

    private Refusal? Reenter(CaseWork work, ReenterField command)
    {
        var key = KeyOf(command.Field);
        if (work.Form.Find(key) is null || ReentryFields.ValueOf(work.Data, command.Field) is not { } applicant)
        {
            return new Invalid(nameof(ReenterField.Field), InputProblem.UnknownChoice);
        }

        if (FreeText.Refuse(nameof(ReenterField.Typed), command.Typed, MaxLength, isRequired: true) is { } invalid)
        {
            return invalid;
        }

        var number = work.Case.Reentries.Count(attempt => attempt.Field == command.Field) + 1;
        var difference = ReentryComparison.Compare(command.Field, applicant, command.Typed);
        var isEqual = difference.Positions.Count == 0;
        var details = $$"""{"field":"{{command.Field}}","attempt":{{number}},"equal":{{(isEqual ? "true" : "false")}}}""";
        if (work.Act(CaseAction.ReenterField, details: details) is { } refusal)
        {
            return refusal;
        }

        if (number > MostAttempts)
        {
            return new NotAllowed(RefusalCode.TooManyReentries, $"{MostAttempts}");
        }

        if (Reentries.Pending(work, command.Field) is not null)
        {
            return new NotAllowed(RefusalCode.ReentryUndecided);
        }

        var basis = work.Rules.Verification.BasisOf(key, work.Case, work.Data);
        var typed = new TypedValue(protection.ProtectTyped(work.Case.Id, FreeText.Clean(command.Typed)), difference.Positions, basis);
        work.Case.Add(new ReentryAttempt(work.NewId(), work.Case.Id, command.Field, number, typed, work.Actor.Id, work.Actor.Name, work.Now));
        if (isEqual)
        {
            work.Record(key, new CheckFinding(key, CheckResult.Passed, [EvidenceKind.ReentryEqual], DocumentId: DocumentOf(basis)));
        }

        return null;
    }

    private static Refusal? Resolve(CaseWork work, ResolveReentry command)
    {
        if (!Enum.IsDefined(command.Resolution))
        {
            return new Invalid(nameof(ResolveReentry.Resolution), InputProblem.UnknownChoice);
        }

        if (FreeText.Refuse(nameof(ResolveReentry.Remark), command.Remark, RemarkLength) is { } invalid)
        {
            return invalid;
        }

        var details = $$"""{"field":"{{command.Field}}","resolution":"{{command.Resolution}}"}""";
        if (work.Act(CaseAction.ReenterField, details: details) is { } refusal)
        {
            return refusal;
        }

        if (Reentries.Pending(work, command.Field) is not { } attempt)
        {
            return new NotFound(RefusalCode.RecordNotFound);
        }

        attempt.Resolve(command.Resolution);
        if (command.Resolution == ReentryResolution.RealDifference)
        {
            var key = KeyOf(command.Field);
            work.Record(key, new CheckFinding(
                key, CheckResult.Failed, [EvidenceKind.ReentryDiffers], Remark: FreeText.CleanOrNull(command.Remark), DocumentId: DocumentOf(attempt.Basis)));
        }

        return null;
    }

    private static CheckKey KeyOf(ReentryField field) => new(CheckCode.BlindReentry, field.ToString());

    private static Guid? DocumentOf(CheckBasis basis) => basis.Documents.Count > 0 ? basis.Documents[0] : null;
}
