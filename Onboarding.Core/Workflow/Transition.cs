namespace Onboarding.Core.Workflow;

/// <summary>One row of the transition table.</summary>
/// <param name="From">The status in which the action is possible.</param>
/// <param name="Action">What is done.</param>
/// <param name="To">The status afterwards; the same as <paramref name="From"/> when the action only adds to the case.</param>
/// <param name="Roles">Who may do it.</param>
public sealed record Transition(CaseStatus From, CaseAction Action, CaseStatus To, IReadOnlySet<ActorRole> Roles)
{
    /// <summary>True when a member of staff must have claimed the case's work item ("one case is worked by one person at a time").</summary>
    public bool NeedsClaim { get; init; }

    /// <summary>True when the actor must say why.</summary>
    public bool NeedsReason { get; init; }

    /// <summary>What else must be true, in the order in which it is checked.</summary>
    public IReadOnlyList<Guard> Guards { get; init; } = [];

    /// <summary>True when the action moves the case.</summary>
    public bool Moves => From != To;
}
