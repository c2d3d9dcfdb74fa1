using System.Globalization;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>How much live work a queue has, up to a bound.</summary>
/// <param name="Queue">The queue's name.</param>
/// <param name="Count">How much.</param>
internal sealed record QueueCount(string Queue, long Count)
{
    /// <summary>
    /// One count for each queue, by hand: a grouping over all of them sorts thousands of names, which costs more than all the counting. In the order of the
    /// index, so that no planner thinks of reading the table for a queue that is empty.
    /// </summary>
    public static string Statement(IEnumerable<WorkQueue> queues, int most) => string.Join(" UNION ALL ", queues.Select(queue => string.Create(CultureInfo.InvariantCulture, $"""
        SELECT '{queue}' AS "Queue", COUNT(*) AS "Count" FROM (
            SELECT 1 FROM "WorkItems" WHERE "ClosedAt" IS NULL AND "Queue" = '{queue}' ORDER BY "UrgencyAt", "Id" LIMIT {most}) AS "{queue}"
        """)));
}
