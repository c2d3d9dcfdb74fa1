using Onboarding.Core.Results;

namespace Onboarding.Core.Workflow;

/// <summary>
/// Decides what is allowed. The page asks it which actions to show, and the write asks it again inside its
/// transaction; nobody else compares a status.
/// </summary>
public static class TransitionEngine
{
    /// <summary>
    /// The row by which the actor may do the action now, or the reason why not. The reasons are checked in the order
    /// in which a person can do something about them: role, hold, claim, guards, reason.
    /// </summary>
    public static Result<Transition> Decide(CaseFacts facts, CaseAction action, Actor actor, string? reason)
    {
        var decided = DecideWithoutReason(facts, action, actor);
        if (decided.IsDone && decided.Value.NeedsReason && string.IsNullOrWhiteSpace(reason))
        {
            return new NotAllowed(RefusalCode.ReasonRequired);
        }

        return decided;
    }

    /// <summary>The actions that this actor may take on this case now, in the order of the table.</summary>
    public static IReadOnlyList<CaseAction> AvailableActions(CaseFacts facts, Actor actor) =>
        [.. TransitionTable.ActionsIn(facts.Status).Where(action => DecideWithoutReason(facts, action, actor).IsDone)];

    /// <summary>
    /// The actions that belong to this actor in this status but are blocked now, each with its reason:
    /// a page shows them disabled and says what is missing.
    /// </summary>
    public static IReadOnlyList<BlockedAction> BlockedActions(CaseFacts facts, Actor actor) =>
        [.. TransitionTable.ActionsIn(facts.Status)
            .Select(action => (Action: action, DecideWithoutReason(facts, action, actor).Refusal))
            .Where(entry => entry.Refusal is { Code: not (RefusalCode.RoleNotAllowed or RefusalCode.CaseNotOnHold or RefusalCode.NothingToDecide or RefusalCode.NoMessageReturned) })
            .Select(entry => new BlockedAction(entry.Action, entry.Refusal!))];

    private static Result<Transition> DecideWithoutReason(CaseFacts facts, CaseAction action, Actor actor)
    {
        var rows = TransitionTable.Find(facts.Status, action);
        if (rows.Count == 0)
        {
            return new NotAllowed(RefusalCode.ActionNotInStatus);
        }

        // Several rows differ by role or guard. The refusal that says most is the one of a row made for this role.
        Refusal told = new NotAllowed(RefusalCode.RoleNotAllowed);
        foreach (var row in rows)
        {
            var refusal = Refuse(row, facts, actor);
            if (refusal is null)
            {
                return row;
            }

            told = refusal.Code == RefusalCode.RoleNotAllowed ? told : refusal;
        }

        return told;
    }

    private static Refusal? Refuse(Transition row, CaseFacts facts, Actor actor)
    {
        if (!row.Roles.Overlaps(actor.Roles))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        return RefuseByHold(row, facts)
            ?? RefuseByClaim(row, facts, actor)
            ?? row.Guards.Select(guard => guard.Check(facts, actor)).FirstOrDefault(refusal => refusal is not null);
    }

    private static NotAllowed? RefuseByHold(Transition row, CaseFacts facts) => (row.Action, facts.OnHold) switch
    {
        (CaseAction.ReleaseHold, false) => new NotAllowed(RefusalCode.CaseNotOnHold),
        (CaseAction.ReleaseHold, true) => null,
        (_, true) => new NotAllowed(RefusalCode.CaseOnHold),
        _ => null,
    };

    private static NotAllowed? RefuseByClaim(Transition row, CaseFacts facts, Actor actor)
    {
        if (!row.NeedsClaim || string.Equals(facts.OwnerId, actor.Id, StringComparison.Ordinal))
        {
            return null;
        }

        return facts.OwnerId is null
            ? new NotAllowed(RefusalCode.ClaimRequired)
            : new NotAllowed(RefusalCode.WorkedByAnother, facts.OwnerName ?? string.Empty);
    }
}

/// <summary>An action that belongs to the actor's role but cannot be done now.</summary>
/// <param name="Action">Which action.</param>
/// <param name="Refusal">Why not.</param>
public sealed record BlockedAction(CaseAction Action, Refusal Refusal);
