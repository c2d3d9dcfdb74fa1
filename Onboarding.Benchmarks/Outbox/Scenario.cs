namespace Onboarding.Benchmarks.Outbox;

/// <summary>What happens beyond the behaviour of the receivers.</summary>
internal sealed record Scenario
{
    /// <summary>So many cases a second put their messages into the outbox; 0 for all at once.</summary>
    public int CasesPerSecond { get; init; }

    /// <summary>After this time all receivers are healthy again.</summary>
    public TimeSpan Outage { get; init; }

    /// <summary>A partner whose server stays dead: what goes to it is not waited for.</summary>
    public Guid? Dead { get; init; }
}

/// <summary>What came of it.</summary>
/// <param name="Messages">The messages, without those for a server that stayed dead.</param>
/// <param name="BackAt">Since when all receivers were healthy again (UTC).</param>
/// <param name="MostMemory">The most memory that the process had, in bytes: the portal's part and the receivers.</param>
internal sealed record ScenarioRun(IReadOnlyList<SentMessage> Messages, DateTimeOffset BackAt, long MostMemory)
{
    /// <summary>The figures of all messages.</summary>
    public OutboxFigures Figures => new(Messages);

    /// <summary>The figures without what goes to one partner.</summary>
    public OutboxFigures Without(Guid partner) => new([.. Messages.Where(message => message.PartnerId != partner)]);
}
