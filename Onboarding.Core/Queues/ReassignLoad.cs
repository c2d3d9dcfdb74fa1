using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>A supervisor passes on everything that a colleague has, who is away.</summary>
/// <param name="FromId">Whose work.</param>
/// <param name="To">To whom, with the roles they have now: each gets about as much as the others of their team. Nobody: back to the queues.</param>
public sealed record ReassignLoad(string FromId, IReadOnlyList<Actor> To);

/// <summary>What came of it.</summary>
/// <param name="Outcome">One line for each work item.</param>
/// <param name="Left">How much the colleague still has: what was refused, and what was more than fits in one go.</param>
public sealed record ReassignOutcome(BulkOutcome Outcome, int Left);

/// <summary>Handles <see cref="ReassignLoad"/>: each work item by the same gate and rules as by hand.</summary>
/// <param name="work">Gives and gives back.</param>
/// <param name="load">Reads what the colleague has.</param>
public sealed class ReassignLoadHandler(WorkItemWriter work, LoadReader load) : IUseCase
{
    /// <summary>Passes on up to <see cref="BulkWorkHandler.MostRows"/> work items, the most urgent first.</summary>
    /// <param name="command">Whose work, to whom.</param>
    /// <param name="actor">The supervisor.</param>
    /// <param name="told">Called after each with how many are through, or null.</param>
    /// <param name="cancellationToken">Stops before the next one; what was done stays done and is told.</param>
    public async Task<Result<ReassignOutcome>> HandleAsync(ReassignLoad command, Actor actor, Func<int, Task>? told, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.Supervisor))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        var items = await load.OfAsync(command.FromId, BulkWorkHandler.MostRows, cancellationToken);
        var before = await load.FindAsync(items, cancellationToken);
        Actor[] people = [.. command.To.Where(person => person.Id != command.FromId)];
        var given = people.ToDictionary(person => person.Id, _ => 0, StringComparer.Ordinal);
        List<BulkLine> lines = [];
        foreach (var item in items.Where(before.ContainsKey))
        {
            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            // Nobody overtakes the colleague who came back and goes on: the version is that which was read.
            var version = lines.LastOrDefault(line => line.Before!.CaseId == before[item].CaseId && line.State is not null)?.State!.Version ?? before[item].Version;
            var result = command.To.Count == 0
                ? await work.ActAsync(item, actor, WorkItemStep.Release() with { Version = version }, CancellationToken.None)
                : await GiveAsync(item, version, people, given, actor);
            lines.Add(new BulkLine(before[item], result.IsDone ? result.Value : null, result.Refusal));
            await (told?.Invoke(lines.Count) ?? Task.CompletedTask);
        }

        var action = command.To.Count == 0 ? WorkItemAction.Release : WorkItemAction.Assign;
        return new ReassignOutcome(new BulkOutcome(action, lines), await load.CountAsync(command.FromId, CancellationToken.None));
    }

    // To whoever has been given least so far and may have it; four eyes can forbid it to one and not to another.
    private async Task<Result<CaseState>> GiveAsync(Guid item, int version, IReadOnlyList<Actor> people, Dictionary<string, int> given, Actor actor)
    {
        Result<CaseState> last = new NotAllowed(RefusalCode.AssigneeLacksRole, string.Empty);
        foreach (var person in people.OrderBy(person => given[person.Id]))
        {
            var result = await work.ActAsync(item, actor, WorkItemStep.Assign(person) with { Version = version }, CancellationToken.None);
            if (result.IsDone)
            {
                given[person.Id]++;
                return result;
            }

            // That they are of another team says the least; another reason is kept for the one who asked.
            last = last.Refusal is { Code: not RefusalCode.AssigneeLacksRole } ? last : result;
            if (result.Refusal.Code is not (RefusalCode.AssigneeLacksRole or RefusalCode.FourEyes or RefusalCode.AnsweredByAnother))
            {
                return result;
            }
        }

        return last;
    }
}
