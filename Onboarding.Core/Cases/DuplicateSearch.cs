using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>
/// Looks for earlier registrations with the same identifying value ("Pelanggan Baru": "belum pernah tercatat dalam
/// sistem sebelumnya"). Runs at intake and again when verification begins, over open, closed and rejected cases alike.
/// </summary>
internal static class DuplicateSearch
{
    // A shared office telephone can match thousands of cases; nobody decides on more than these.
    private const int MostMatches = 50;

    /// <summary>Adds the matches that the case does not know yet.</summary>
    public static async Task RunAsync(CaseWork work, WriteScope scope, CancellationToken cancellationToken)
    {
        var matches = new List<DuplicateMatch>();
        foreach (var key in work.Case.IdentityKeys)
        {
            var found = await scope.Context.IdentityKeys
                .Where(other => other.Kind == key.Kind && other.Hash == key.Hash && other.CaseId != work.Case.Id)
                .Join(scope.Context.Cases, other => other.CaseId, item => item.Id, (_, item) => item)
                .Where(item => item.Status != CaseStatus.Draft && item.Status != CaseStatus.Cancelled)
                .OrderBy(item => item.Number)
                .Select(item => new { item.Id, item.Number })
                .Take(MostMatches)
                .ToListAsync(cancellationToken);
            matches.AddRange(found.Select(item => new DuplicateMatch(work.Case.Id, item.Id, item.Number, key.Kind, work.Now)));
        }

        work.Case.AddDuplicates(matches);
    }
}
