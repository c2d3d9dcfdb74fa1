namespace Onboarding.Core.Reporting.Figures;

/// <summary>A folded row, or what one write added to it and is not folded yet.</summary>
internal sealed class CountLine
{
    public required bool IsDelta { get; init; }

    public required int Day { get; init; }

    public required string Product { get; init; }

    public required string Channel { get; init; }

    public required string Province { get; init; }

    public required string Counts { get; init; }
}
