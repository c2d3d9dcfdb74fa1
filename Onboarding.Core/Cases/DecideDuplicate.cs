using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>Decides whether matches with another case are the same person (stages 1 and 2).</summary>
/// <param name="Target">Which case.</param>
/// <param name="OtherCaseId">The earlier case; the decision holds for every value both share.</param>
/// <param name="Verdict">What was decided.</param>
/// <param name="Reason">Why; required.</param>
public sealed record DecideDuplicate(CaseTarget Target, Guid OtherCaseId, DuplicateVerdict Verdict, string Reason);

/// <summary>Handles <see cref="DecideDuplicate"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class DecideDuplicateHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Keeps the decision.</summary>
    public Task<Result<CaseState>> HandleAsync(DecideDuplicate command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            work =>
            {
                var matches = work.Case.Duplicates.Where(match => match.OtherCaseId == command.OtherCaseId).ToList();
                if (matches.Count == 0)
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                if (!Enum.IsDefined(command.Verdict))
                {
                    return new Invalid(nameof(DecideDuplicate.Verdict), InputProblem.UnknownChoice);
                }

                var details = $$"""{"other":"{{matches[0].OtherNumber}}","verdict":"{{command.Verdict}}"}""";
                if (work.Act(CaseAction.DecideDuplicate, command.Reason, details) is { } refusal)
                {
                    return refusal;
                }

                matches.ForEach(match => match.Decide(command.Verdict, FreeText.Clean(command.Reason), actor.Name, work.Now));
                work.Case.TakePart(actor, work.Case.Status == CaseStatus.InVerification ? Part.Verified : Part.Entered, work.Now);
                return null;
            },
            cancellationToken);
}
