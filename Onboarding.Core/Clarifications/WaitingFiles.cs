using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Clarifications;

/// <summary>
/// The files that were uploaded for the items of an open round and wait to be sent with the reply. What the virus scanner
/// recognised, or a late check refused, answers nothing.
/// </summary>
/// <param name="counts">How many by item.</param>
internal sealed class WaitingFiles(IReadOnlyDictionary<Guid, int> counts)
{
    /// <summary>All of them.</summary>
    public int Total => counts.Values.Sum();

    /// <summary>Those of an item.</summary>
    public int Count(ClarificationItem item) => counts.GetValueOrDefault(item.Id);

    /// <summary>Counts what waits for a round.</summary>
    public static async Task<WaitingFiles> ReadAsync(WriteScope scope, Clarification round, CancellationToken cancellationToken)
    {
        var items = round.Items.Select(item => item.Id).ToList();
        return new WaitingFiles(await scope.Context.PendingDocuments
            .Where(document => items.Contains(document.SubmissionKey))
            .Where(document => document.State == DocumentState.Usable || document.State == DocumentState.NotYetChecked)
            .GroupBy(document => document.SubmissionKey)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(entry => entry.Key, entry => entry.Count, cancellationToken));
    }
}
