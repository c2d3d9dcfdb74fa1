namespace Onboarding.Core.Reporting.Printing;

/// <summary>How reports are printed.</summary>
public sealed record PrintSettings
{
    /// <summary>How many are printed at the same time on one node.</summary>
    public int Parallel { get; init; } = 2;

    /// <summary>How long one report may take, in seconds, before the browser is given up.</summary>
    public int TimeLimitSeconds { get; init; } = 30;

    /// <summary>How long the result of a bulk print is kept, in hours.</summary>
    public int KeepHours { get; init; } = 24;

    /// <summary>The most reports of one bulk print.</summary>
    public int MostDocuments { get; init; } = 200;

    /// <summary>For how long a node may be silent before another takes its request up.</summary>
    internal TimeSpan Lease => TimeSpan.FromSeconds((2 * TimeLimitSeconds) + 30);
}
