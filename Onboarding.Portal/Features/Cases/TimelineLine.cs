using Onboarding.Core.Audit;
using Onboarding.Core.Reporting;

namespace Onboarding.Portal.Features.Cases;

/// <summary>
/// A line of the timeline: one event, or several of one kind by which a person in one go only looked at the case. The trail keeps each
/// of them; the page would be nothing but them.
/// </summary>
/// <param name="Events">The events, newest first; never empty.</param>
public sealed record TimelineLine(IReadOnlyList<AuditEvent> Events)
{
    /// <summary>The newest event.</summary>
    public AuditEvent Latest => Events[0];

    /// <summary>The facts of the events, each once, or null when there is nothing to add.</summary>
    public string? Facts => string.Join(" · ", Events.Select(AuditWords.Facts).OfType<string>().Distinct(StringComparer.Ordinal)) is { Length: > 0 } facts ? facts : null;

    /// <summary>Folds the trail.</summary>
    /// <param name="timeline">The audit trail, newest first.</param>
    public static IReadOnlyList<TimelineLine> Of(IEnumerable<AuditEvent> timeline)
    {
        List<TimelineLine> lines = [];
        List<AuditEvent> looks = [];
        foreach (AuditEvent entry in timeline)
        {
            if (looks.Count > 0 && !(IsLook(entry) && entry.ActorId == looks[0].ActorId))
            {
                lines.AddRange(Folded(looks));
                looks.Clear();
            }

            if (IsLook(entry))
            {
                looks.Add(entry);
            }
            else
            {
                lines.Add(new TimelineLine([entry]));
            }
        }

        return [.. lines, .. Folded(looks)];
    }

    private static bool IsLook(AuditEvent entry) => entry.Action is AuditWords.DocumentOpened or RecordReportIssueHandler.AuditAction;

    private static TimelineLine[] Folded(List<AuditEvent> looks) =>
        [.. looks.GroupBy(entry => entry.Action, StringComparer.Ordinal).Select(group => new TimelineLine([.. group]))];
}
