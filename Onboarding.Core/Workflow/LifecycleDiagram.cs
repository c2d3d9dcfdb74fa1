using System.Globalization;
using System.Text;

namespace Onboarding.Core.Workflow;

/// <summary>
/// Draws the path of a case from <see cref="TransitionTable"/>, so that the documentation cannot tell another story
/// than the program. A test compares docs/case-lifecycle.md with <see cref="Page"/>.
/// </summary>
public static class LifecycleDiagram
{
    // An action that leads to the same end from so many statuses would hide the path behind its own lines.
    private const int FromEverywhere = 5;

    /// <summary>The whole page: the diagram, the queues and every row of the table, in Markdown.</summary>
    public static string Page()
    {
        var page = new StringBuilder();
        page.Append("""
            # The path of a case

            This page is made from the transition table (`Onboarding.Core/Workflow/TransitionTable.cs`), which the engine, the buttons
            on screen, the permissions and the SLA clock read as well. Do not edit it; a test compares it with the table and says how to
            make it again.

            ```mermaid

            """);
        page.Append(Mermaid());
        page.Append("```\n\n");
        Statuses(page);
        Rows(page);
        return page.ToString();
    }

    /// <summary>The diagram of every action that moves a case, as a Mermaid state diagram.</summary>
    public static string Mermaid()
    {
        var moves = TransitionTable.All.Where(row => row.Moves).ToList();
        var everywhere = moves.GroupBy(row => (row.Action, row.To))
            .Where(group => group.Select(row => row.From).Distinct().Count() >= FromEverywhere)
            .ToList();
        var drawn = moves.Except(everywhere.SelectMany(group => group)).ToList();

        var diagram = new StringBuilder("stateDiagram-v2\n    direction TB\n");
        foreach (var stage in CaseStatuses.All.Where(info => !info.IsClosed).GroupBy(info => info.Stage))
        {
            Line(diagram, $"    state \"Stage {(int)stage.Key}: {stage.Key}\" as Stage{(int)stage.Key} {{");
            foreach (var info in stage)
            {
                Line(diagram, $"        {info.Status}");
            }

            Line(diagram, $"    }}");
        }

        Line(diagram, $"    [*] --> {CaseStatus.Draft}: offline entry");
        Line(diagram, $"    [*] --> {CaseStatus.Received}: registration");
        foreach (var edge in drawn.GroupBy(row => (row.From, row.To)))
        {
            Line(diagram, $"    {edge.Key.From} --> {edge.Key.To}: {string.Join(" or ", edge.Select(row => row.Action).Distinct())}");
        }

        foreach (var group in everywhere)
        {
            var froms = string.Join(", ", group.Select(row => row.From).Distinct());
            Line(diagram, $"    note right of {group.Key.To}: {group.Key.Action} from {froms}");
        }

        foreach (var info in CaseStatuses.All.Where(info => info.IsClosed))
        {
            Line(diagram, $"    {info.Status} --> [*]");
        }

        return diagram.ToString();
    }

    private static void Statuses(StringBuilder page)
    {
        page.Append("""
            ## Statuses

            A hold by compliance is not a status: it stands beside one, stops the SLA clock, and allows nothing but its release.

            | Status | Stage | Queue | Worked by | SLA clock |
            |---|---|---|---|---|

            """);
        foreach (var info in CaseStatuses.All)
        {
            var role = info.Queue is { } queue ? WorkQueues.Of(queue).Role.ToString() : "–";
            Line(page, $"| {info.Status} | {(int)info.Stage} {info.Stage} | {info.Queue?.ToString() ?? "–"} | {role} | {info.Clock} |");
        }
    }

    private static void Rows(StringBuilder page)
    {
        page.Append("""

            ## Actions

            What is not in this table cannot happen. "Claim" means that the actor must have claimed the work item, "reason" that the
            actor must say why; the guards are checked in their order.

            | From | Action | To | By | Claim | Reason | Guards |
            |---|---|---|---|---|---|---|

            """);
        foreach (var row in TransitionTable.All)
        {
            var to = row.Moves ? row.To.ToString() : "–";
            var guards = row.Guards.Count == 0 ? "–" : string.Join(", ", row.Guards.Select(guard => guard.Name));
            Line(page, $"| {row.From} | {row.Action} | {to} | {string.Join(", ", row.Roles.Order())} | {Mark(row.NeedsClaim)} | {Mark(row.NeedsReason)} | {guards} |");
        }
    }

    private static string Mark(bool needed) => needed ? "yes" : "–";

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
