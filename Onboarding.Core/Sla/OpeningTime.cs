namespace Onboarding.Core.Sla;

/// <summary>When the office works on one day of the week, in its own time.</summary>
public sealed record OpeningTime
{
    /// <summary>A span of one day.</summary>
    /// <param name="from">The first moment of work.</param>
    /// <param name="to">The end of work, later than <paramref name="from"/>.</param>
    /// <exception cref="ArgumentException">The end is not after the beginning.</exception>
    public OpeningTime(TimeOnly from, TimeOnly to)
    {
        if (to <= from)
        {
            throw new ArgumentException("The office has to close after it opens, on the same day.", nameof(to));
        }

        From = from;
        To = to;
    }

    /// <summary>The first moment of work.</summary>
    public TimeOnly From { get; }

    /// <summary>The end of work; itself no longer working time.</summary>
    public TimeOnly To { get; }

    /// <summary>How long the day is.</summary>
    public TimeSpan Length => To - From;
}
