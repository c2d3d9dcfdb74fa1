using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>One action on many work items that were chosen on a list.</summary>
/// <param name="WorkItems">Which; at most <see cref="BulkWorkHandler.MostRows"/>.</param>
/// <param name="Action">Claim, release, assign, snooze or wake.</param>
public sealed record BulkWork(IReadOnlyList<Guid> WorkItems, WorkItemAction Action)
{
    /// <summary>To whom they are assigned; for <see cref="WorkItemAction.Assign"/> alone.</summary>
    public Actor? Assignee { get; init; }

    /// <summary>Until when they are put aside; for <see cref="WorkItemAction.Snooze"/> alone.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>Why they are put aside; for <see cref="WorkItemAction.Snooze"/> alone.</summary>
    public string Reason { get; init; } = string.Empty;
}

/// <summary>What came of one of them.</summary>
/// <param name="Before">The work item as it was, or null when there is none.</param>
/// <param name="State">Its case afterwards, or null when it was refused.</param>
/// <param name="Refusal">Why it was refused, or null.</param>
public sealed record BulkLine(WorkItemBefore? Before, CaseState? State, Refusal? Refusal);

/// <summary>A work item as it was before a bulk action.</summary>
/// <param name="Id">Identity.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="Number">Number of the case.</param>
/// <param name="Version">Version of the case.</param>
/// <param name="AssigneeId">Who had it, or null.</param>
public sealed record WorkItemBefore(Guid Id, Guid CaseId, string Number, int Version, string? AssigneeId);

/// <summary>What came of a bulk action.</summary>
/// <param name="Action">What was done.</param>
/// <param name="Lines">One for each work item, in the order in which they were named.</param>
public sealed record BulkOutcome(WorkItemAction Action, IReadOnlyList<BulkLine> Lines)
{
    /// <summary>How many it was done to.</summary>
    public int Done => Lines.Count(line => line.Refusal is null);

    /// <summary>Those it was refused for.</summary>
    public IEnumerable<BulkLine> Refused => Lines.Where(line => line.Refusal is not null);

    /// <summary>Those that can be put back as they were.</summary>
    public IEnumerable<BulkLine> Undoable => Lines.Where(line => line is { State: { } state, Before: { } before } && state.Version > before.Version && !(Action == WorkItemAction.Claim && before.AssigneeId is not null));
}

/// <summary>
/// Handles <see cref="BulkWork"/>: each work item by the same gate and the same rules as by hand, in a transaction of its own,
/// so that one that is refused keeps no other back.
/// </summary>
/// <param name="work">Claims, releases and assigns.</param>
/// <param name="snooze">Puts aside and brings back.</param>
/// <param name="load">Reads how they were.</param>
public sealed class BulkWorkHandler(WorkItemWriter work, SnoozeWorkItemHandler snooze, LoadReader load) : IUseCase
{
    /// <summary>The greatest number in one go. Who wants more does it again; nobody does ten thousand by a slip of the hand.</summary>
    public const int MostRows = 200;

    // Together they share the flush to the disk where the database has one writer, and wait for each other's answers where it has many.
    private const int MostTogether = 8;

    /// <summary>
    /// Does it to each, a few together: one at first, so that somebody who sees the first and stops has done no more, then more and more.
    /// Cancelled in between, what was done stays done and is told.
    /// </summary>
    /// <param name="command">What, to which.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="told">Called after each with how many are through, or null.</param>
    /// <param name="cancellationToken">Stops before the next ones.</param>
    public async Task<Result<BulkOutcome>> HandleAsync(BulkWork command, Actor actor, Func<int, Task>? told, CancellationToken cancellationToken)
    {
        Guid[] items = [.. command.WorkItems.Distinct()];
        if (items.Length > MostRows)
        {
            return new NotAllowed(RefusalCode.TooManySelected, MostRows.ToString(CultureInfo.InvariantCulture));
        }

        var before = await load.FindAsync(items, cancellationToken);
        List<BulkLine> lines = [];
        for (var together = 1; lines.Count < items.Length && !cancellationToken.IsCancellationRequested; together = Math.Min(together * 2, MostTogether))
        {
            var some = items.Skip(lines.Count).Take(together).ToList();
            var results = await Task.WhenAll(some.Select(id => DoAsync(id, command, actor)));
            foreach (var (id, result) in some.Zip(results))
            {
                lines.Add(new BulkLine(before.GetValueOrDefault(id), result.IsDone ? result.Value : null, result.Refusal));
                await (told?.Invoke(lines.Count) ?? Task.CompletedTask);
            }
        }

        return new BulkOutcome(command.Action, lines);
    }

    /// <summary>
    /// Puts back what a bulk action did, where nobody has changed the case since and the rules allow the way back: what was
    /// claimed is released, what was released or assigned goes back to whom it was, what was put aside comes back.
    /// </summary>
    /// <param name="outcome">What was done.</param>
    /// <param name="people">The people it was taken from, with the roles they have now.</param>
    /// <param name="actor">Who acts; the one who did it.</param>
    /// <param name="cancellationToken">Stops before the next one.</param>
    public async Task<BulkOutcome> UndoAsync(BulkOutcome outcome, IReadOnlyDictionary<string, Actor> people, Actor actor, CancellationToken cancellationToken)
    {
        List<BulkLine> lines = [];

        // A case with two work items among them was changed twice by this very action, and is again by the way back.
        var versions = outcome.Undoable.GroupBy(line => line.Before!.CaseId).ToDictionary(group => group.Key, group => group.Max(line => line.State!.Version));
        foreach (var line in outcome.Undoable.Reverse())
        {
            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            var before = line.Before!;
            var step = Back(outcome.Action, before, people, actor) is { } way ? way with { Version = versions[before.CaseId] } : null;
            Result<CaseState> result = step is null
                ? new NotAllowed(RefusalCode.AssigneeLacksRole, string.Empty)
                : await work.ActAsync(before.Id, actor, step, CancellationToken.None);
            if (result.IsDone)
            {
                versions[before.CaseId] = result.Value.Version;
            }

            lines.Add(new BulkLine(before, result.IsDone ? result.Value : null, result.Refusal));
        }

        return new BulkOutcome(outcome.Action, lines);
    }

    private static WorkItemStep? Back(WorkItemAction action, WorkItemBefore before, IReadOnlyDictionary<string, Actor> people, Actor actor) => action switch
    {
        WorkItemAction.Snooze => WorkItemStep.Wake(),
        _ when before.AssigneeId is null => WorkItemStep.Release(),
        WorkItemAction.Release when before.AssigneeId == actor.Id => WorkItemStep.Claim(actor),
        _ => people.TryGetValue(before.AssigneeId, out var person) ? WorkItemStep.Assign(person) : null,
    };

    private Task<Result<CaseState>> DoAsync(Guid id, BulkWork command, Actor actor) => command.Action switch
    {
        WorkItemAction.Claim => work.ActAsync(id, actor, WorkItemStep.Claim(actor), CancellationToken.None),
        WorkItemAction.Release => work.ActAsync(id, actor, WorkItemStep.Release(), CancellationToken.None),
        WorkItemAction.Assign when command.Assignee is { } assignee => work.ActAsync(id, actor, WorkItemStep.Assign(assignee), CancellationToken.None),
        WorkItemAction.Snooze => snooze.HandleAsync(new SnoozeWorkItem(id, command.Until, command.Reason), actor, CancellationToken.None),
        WorkItemAction.Wake => snooze.WakeAsync(id, actor, CancellationToken.None),
        WorkItemAction.Assign or WorkItemAction.Escalate or WorkItemAction.Raise or WorkItemAction.Resolve =>
            throw new ArgumentException($"{command.Action} is not done to many at once, or lacks what it needs.", nameof(command)),
    };
}
