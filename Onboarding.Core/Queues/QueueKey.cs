using System.Globalization;

namespace Onboarding.Core.Queues;

/// <summary>Place of a row in a queue, to ask for the page behind it. It opens nothing: whoever makes one up sees the rows they may see anyway.</summary>
/// <param name="At">The instant of the last row seen by which the queue is ordered.</param>
/// <param name="WorkItemId">Its work item.</param>
/// <param name="CaseId">Its case, where the queue is ordered by registration.</param>
public sealed record QueueKey(DateTimeOffset At, Guid WorkItemId, Guid CaseId = default)
{
    private const char Between = '.';

    /// <summary>The key as an address carries it.</summary>
    public string ToText() => string.Create(
        CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}{Between}{WorkItemId:N}{(CaseId == Guid.Empty ? "" : $"{Between}{CaseId:N}")}");

    /// <summary>The key of such a text; null when it is none.</summary>
    public static QueueKey? Parse(string? text)
    {
        var parts = text?.Split(Between) ?? [];
        var caseId = Guid.Empty;
        return parts.Length is 2 or 3
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            && Guid.TryParseExact(parts[1], "N", out var workItemId)
            && (parts.Length == 2 || Guid.TryParseExact(parts[2], "N", out caseId))
                ? new QueueKey(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), workItemId, caseId)
                : null;
    }
}
