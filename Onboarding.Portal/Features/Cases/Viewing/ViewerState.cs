namespace Onboarding.Portal.Features.Cases.Viewing;

/// <summary>What the size of a page follows.</summary>
public enum ViewerFit
{
    /// <summary>The page is as wide as its place.</summary>
    Width = 1,

    /// <summary>The whole page is seen.</summary>
    Whole,

    /// <summary>The person chose a size.</summary>
    Chosen,
}

/// <summary>How one document is looked at. It stays while the person works beside it and comes back to it.</summary>
public sealed record ViewerState
{
    /// <summary>Brightness or contrast as they are.</summary>
    public const int Plain = 100;

    /// <summary>The least brightness or contrast, in percent.</summary>
    public const int LeastLight = 40;

    /// <summary>The most brightness or contrast, in percent.</summary>
    public const int MostLight = 250;

    /// <summary>The smallest size, in percent.</summary>
    public const int LeastPercent = 10;

    /// <summary>The greatest size, in percent.</summary>
    public const int MostPercent = 600;

    // From here on a drawn page shows its pixels, and is asked for more finely.
    private const int FineFrom = 130;
    private const int Sides = 4;

    private static readonly int[] Steps = [10, 25, 33, 50, 67, 80, 100, 125, 150, 200, 300, 400, 600];

    /// <summary>What the size follows.</summary>
    public ViewerFit Fit { get; init; } = ViewerFit.Width;

    /// <summary>The size when it was chosen, in percent.</summary>
    public int Percent { get; init; } = Plain;

    /// <summary>Quarter turns to the right, 0 to 3.</summary>
    public int Turns { get; init; }

    /// <summary>Brightness in percent.</summary>
    public int Brightness { get; init; } = Plain;

    /// <summary>Contrast in percent.</summary>
    public int Contrast { get; init; } = Plain;

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether anything but the page differs from the beginning.</summary>
    public bool IsChanged => this with { Page = 1 } != new ViewerState();

    /// <summary>The next step up from the size that is seen.</summary>
    /// <param name="seen">The size as it is on the screen, in percent.</param>
    public ViewerState Larger(int seen) => At(Steps.FirstOrDefault(step => step > seen, MostPercent));

    /// <summary>The next step down from the size that is seen.</summary>
    /// <param name="seen">The size as it is on the screen, in percent.</param>
    public ViewerState Smaller(int seen) => At(Steps.LastOrDefault(step => step < seen, LeastPercent));

    /// <summary>A chosen size.</summary>
    public ViewerState At(int percent) => this with { Fit = ViewerFit.Chosen, Percent = Math.Clamp(percent, LeastPercent, MostPercent) };

    /// <summary>Turned by quarters; to the left when negative.</summary>
    public ViewerState Turned(int quarters) => this with { Turns = (((Turns + quarters) % Sides) + Sides) % Sides };

    /// <summary>Another brightness and contrast.</summary>
    public ViewerState Lit(int brightness, int contrast) => this with
    {
        Brightness = Math.Clamp(brightness, LeastLight, MostLight),
        Contrast = Math.Clamp(contrast, LeastLight, MostLight),
    };

    /// <summary>Another page; there is none before the first or after the last.</summary>
    public ViewerState On(int page, int pages) => this with { Page = Math.Clamp(page, 1, Math.Max(1, pages)) };

    /// <summary>As it was at the beginning, on the same page.</summary>
    public ViewerState Reset() => new() { Page = Page };

    /// <summary>Whether a drawn page has to be fine at the size that is seen.</summary>
    public static bool NeedsFine(int seen) => seen >= FineFrom;
}
