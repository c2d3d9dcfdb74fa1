namespace Onboarding.Benchmarks.Outbox;

/// <summary>What came of a scenario.</summary>
/// <param name="messages">Its messages.</param>
internal sealed class OutboxFigures(IReadOnlyList<SentMessage> messages)
{
    /// <summary>How many messages there were.</summary>
    public int Count => messages.Count;

    /// <summary>From the first that was put into the outbox to the last that was taken, in seconds.</summary>
    public double Seconds => (messages.Max(message => message.TakenAt ?? message.CreatedAt) - messages.Min(message => message.CreatedAt)).TotalSeconds;

    /// <summary>Messages taken in a second.</summary>
    public double PerSecond => messages.Count(message => message.TakenAt is not null) / Seconds;

    /// <summary>Attempts that failed.</summary>
    public int FailedAttempts => messages.Sum(message => message.Attempts);

    /// <summary>Messages that their receiver took more than once.</summary>
    public int Twice => messages.Count(message => message.Takings > 1);

    /// <summary>Messages that were not taken: those that the outbox holds for sent, and those that it still has.</summary>
    public int NotTaken => messages.Count(message => message.TakenAt is null || !message.IsFinished);

    /// <summary>How long each message took from the outbox to its receiver.</summary>
    public Measurement Times
    {
        get
        {
            Measurement times = new();
            foreach (var message in messages.Where(message => message.TakenAt is not null))
            {
                times.Add(message.TakenAt!.Value - message.CreatedAt);
            }

            return times;
        }
    }

    /// <summary>
    /// How often a receiver took a message of a case before one that stands in front of it. What goes to the partner is an order of its
    /// own, as the outbox promises it.
    /// </summary>
    public int OutOfOrder => messages
        .Where(message => message.TakenAt is not null)
        .GroupBy(message => (message.CaseId, message.PartnerId))
        .Sum(line =>
        {
            var taken = line.OrderBy(message => message.TakenAt).ToList();
            return taken.Zip(taken.Skip(1)).Count(pair => pair.First.Position > pair.Second.Position);
        });

    /// <summary>How long after an instant this share of the messages was taken, in seconds.</summary>
    public double After(DateTimeOffset since, double share)
    {
        Measurement times = new();
        foreach (var message in messages)
        {
            times.Add((message.TakenAt ?? DateTimeOffset.MaxValue) - since);
        }

        return Math.Max(0, times.Percentile(share) / 1000);
    }
}
