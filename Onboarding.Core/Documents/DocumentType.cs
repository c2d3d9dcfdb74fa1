namespace Onboarding.Core.Documents;

/// <summary>The file types that are accepted. The type follows from the content, never from a name or an announced media type.</summary>
public enum DocumentType
{
    /// <summary>JPEG image.</summary>
    Jpeg = 1,

    /// <summary>PNG image.</summary>
    Png,

    /// <summary>WebP image.</summary>
    WebP,

    /// <summary>PDF document.</summary>
    Pdf,

    /// <summary>HEIC image, as telephones take them. Few browsers show it, so what is kept of it is a JPEG.</summary>
    Heic,
}

/// <summary>What follows from a file type.</summary>
public static class DocumentTypes
{
    /// <summary>The media type to serve the content with.</summary>
    /// <param name="type">The type that was found in the content.</param>
    public static string MediaType(this DocumentType type) => type switch
    {
        DocumentType.Jpeg => "image/jpeg",
        DocumentType.Png => "image/png",
        DocumentType.WebP => "image/webp",
        DocumentType.Pdf => "application/pdf",
        DocumentType.Heic => "image/heic",
    };

    /// <summary>The extension of a file name made for a download, with its dot.</summary>
    /// <param name="type">The type that was found in the content.</param>
    public static string FileExtension(this DocumentType type) => type switch
    {
        DocumentType.Jpeg => ".jpg",
        DocumentType.Png => ".png",
        DocumentType.WebP => ".webp",
        DocumentType.Pdf => ".pdf",
        DocumentType.Heic => ".heic",
    };
}
