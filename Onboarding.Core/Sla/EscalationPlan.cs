namespace Onboarding.Core.Sla;

/// <summary>Who is told at a step of escalation. Stored as text.</summary>
public enum EscalationAudience
{
    /// <summary>Whoever has the work; nobody while nobody has it.</summary>
    Assignee = 1,

    /// <summary>Every supervisor.</summary>
    Supervisors,

    /// <summary>Both.</summary>
    Both,
}

/// <summary>A step of escalation.</summary>
/// <param name="Percent">When: percent of the target's working time that is used; 100 is when the work is late.</param>
/// <param name="Audience">Who is told.</param>
/// <param name="AtAnyTime">They are told also outside of working hours.</param>
public sealed record EscalationStep(int Percent, EscalationAudience Audience, bool AtAnyTime = false)
{
    /// <summary>The least percentage: earlier than that is no news.</summary>
    public const int LeastPercent = 10;

    /// <summary>The greatest percentage.</summary>
    public const int MostPercent = 1000;

    /// <summary>True when it reaches whoever has the work.</summary>
    public bool TellsAssignee => Audience is EscalationAudience.Assignee or EscalationAudience.Both;

    /// <summary>True when it reaches the supervisors.</summary>
    public bool TellsSupervisors => Audience is EscalationAudience.Supervisors or EscalationAudience.Both;

    /// <summary>
    /// The due time at which work of this target has reached the step now (UTC): what is due then or before has. Counted in working time,
    /// so a night or a holiday brings nothing nearer.
    /// </summary>
    /// <param name="target">The target of the queue.</param>
    /// <param name="now">Now.</param>
    /// <param name="calendar">Counts working time.</param>
    public DateTimeOffset ReachedWhenDueBy(TimeSpan target, DateTimeOffset now, WorkingCalendar calendar)
    {
        var beyond = target * (Percent - 100) / 100;
        return beyond > TimeSpan.Zero ? calendar.Subtract(now, beyond) : calendar.Add(now, -beyond);
    }
}

/// <summary>When who is told of work that takes long (SOP: Supervisor Layanan, "pengawasan"): one plan, kept by an administrator.</summary>
public sealed class EscalationPlan
{
    /// <summary>Most steps.</summary>
    public const int MostSteps = 6;

    /// <summary>Key of the only row.</summary>
    public const int OnlyId = 1;

    private EscalationPlan()
    {
    }

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; private set; }

    /// <summary>The steps, in their order.</summary>
    public IReadOnlyList<EscalationStep> Steps { get; private set; } = [];

    /// <summary>The plan of a new installation.</summary>
    public static EscalationPlan Create() => new()
    {
        Id = OnlyId,
        Version = 1,
        Steps = [new(75, EscalationAudience.Assignee), new(100, EscalationAudience.Both), new(200, EscalationAudience.Supervisors)],
    };

    internal void Change(IEnumerable<EscalationStep> steps)
    {
        Steps = [.. steps];
        Version++;
    }
}
