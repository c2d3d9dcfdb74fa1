namespace Onboarding.Core.Documents;

/// <summary>What a document may measure.</summary>
public static class DocumentLimits
{
    /// <summary>Greatest size of a file, in bytes: 15 MB.</summary>
    public const int MaximumSize = 15 * 1024 * 1024;

    /// <summary>Greatest width or height of an image, in pixels. An A3 page scanned at 1200 dpi stays below it.</summary>
    public const int MaximumSide = 20_000;

    /// <summary>Greatest area of an image, in pixels. The largest phone camera (16,320 x 12,240) stays below it.</summary>
    public const long MaximumPixels = 200_000_000;

    /// <summary>
    /// Least area of an image, in pixels: 0.1 megapixel, a card of 400 x 250. The letters of a KTP are then about eight pixels
    /// high; below that neither people nor programs tell a 3 from an 8. Telephones take a hundred times as many.
    /// </summary>
    public const long MinimumPixels = 100_000;

    /// <summary>Greatest number of pages of a PDF. A long akta with its attachments stays below it.</summary>
    public const int MaximumPages = 300;
}
