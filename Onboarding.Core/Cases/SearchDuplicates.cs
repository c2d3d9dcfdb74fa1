using System.Globalization;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>Searches for duplicates once more, on demand (stages 1 and 2).</summary>
/// <param name="Target">Which case.</param>
public sealed record SearchDuplicates(CaseTarget Target);

/// <summary>Handles <see cref="SearchDuplicates"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="search">The search.</param>
public sealed class SearchDuplicatesHandler(CaseWriter writer, DuplicateSearch search) : IUseCase
{
    /// <summary>Renews the matches; the trail keeps how many there are and how many wait for a decision.</summary>
    public Task<Result<CaseState>> HandleAsync(SearchDuplicates command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            async (work, scope) =>
            {
                if (TransitionEngine.Decide(work.Facts, CaseAction.SearchDuplicates, actor, null).Refusal is { } refusal)
                {
                    return refusal;
                }

                await search.RunAsync(work, scope, cancellationToken);
                var matches = work.Case.Duplicates;
                return work.Act(CaseAction.SearchDuplicates, details: string.Create(
                    CultureInfo.InvariantCulture, $$"""{"matches":{{matches.Count}},"undecided":{{matches.Count(match => match.IsOpen)}}}"""));
            },
            cancellationToken);
}
