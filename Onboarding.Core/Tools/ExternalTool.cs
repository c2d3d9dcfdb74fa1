namespace Onboarding.Core.Tools;

/// <summary>
/// The programs that look into files for the portal. No library of .NET that decodes images or reads PDF files can be had, and a
/// decoder that is fooled by a file should not be fooled inside the process that holds the keys.
/// </summary>
public enum ExternalTool
{
    /// <summary>libvips: decodes and writes images.</summary>
    Vips = 1,

    /// <summary>qpdf: reads the structure of PDF files.</summary>
    Qpdf,

    /// <summary>pdftoppm of poppler-utils: draws pages of PDF files.</summary>
    PdfToPpm,

    /// <summary>pdfunite of poppler-utils: puts PDF files one after the other, where qpdf is absent.</summary>
    PdfUnite,

    /// <summary>Tesseract: reads text in images.</summary>
    Tesseract,
}

/// <summary>What follows from a tool.</summary>
public static class ExternalTools
{
    /// <summary>The name of its program.</summary>
    /// <param name="tool">The tool.</param>
    public static string ProgramName(this ExternalTool tool) => tool switch
    {
        ExternalTool.Vips => "vips",
        ExternalTool.Qpdf => "qpdf",
        ExternalTool.PdfToPpm => "pdftoppm",
        ExternalTool.PdfUnite => "pdfunite",
        ExternalTool.Tesseract => "tesseract",
    };
}
