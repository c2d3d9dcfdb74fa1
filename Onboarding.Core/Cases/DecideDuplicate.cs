using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>
/// Decides whether a match is the same person or business (stages 1 and 2). The same as a customer, or as somebody on the way
/// to be one, leads no further: Customer Service cancels the registration, Administrasi recommends rejection to the supervisor.
/// </summary>
/// <param name="Target">Which case.</param>
/// <param name="OtherCaseId">The other case.</param>
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
                var match = work.Case.Duplicates.FirstOrDefault(match => match.OtherCaseId == command.OtherCaseId);
                if (match is null)
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                if (!Enum.IsDefined(command.Verdict))
                {
                    return new Invalid(nameof(DecideDuplicate.Verdict), InputProblem.UnknownChoice);
                }

                var details = $$"""{"other":"{{match.OtherNumber}}","score":{{match.Score}},"verdict":"{{command.Verdict}}"}""";
                if (work.Act(CaseAction.DecideDuplicate, command.Reason, details) is { } refusal)
                {
                    return refusal;
                }

                match.Decide(command.Verdict, FreeText.Clean(command.Reason), actor.Name, work.Now);
                return null;
            },
            cancellationToken);
}
