using Onboarding.Core.Results;

namespace Onboarding.Core.Documents;

/// <summary>Why a file is not accepted. Each value has a text in both languages.</summary>
public enum DocumentRejection
{
    /// <summary>The file has no content.</summary>
    Empty = 1,

    /// <summary>The file is larger than <see cref="DocumentLimits.MaximumSize"/>.</summary>
    TooLarge,

    /// <summary>The content is none of the accepted types, whatever the name says.</summary>
    UnknownType,

    /// <summary>The file starts like an accepted type, but is cut off or broken.</summary>
    Damaged,

    /// <summary>The image has more pixels than <see cref="DocumentLimits"/> allows.</summary>
    TooManyPixels,

    /// <summary>The file carries something else before, behind or inside what it pretends to be: a web page, a script, an archive, a program.</summary>
    HiddenContent,

    /// <summary>An archive or an office document: what is inside it is not shown by a browser and not looked into.</summary>
    Archive,

    /// <summary>A PDF that contains JavaScript.</summary>
    PdfScript,

    /// <summary>A PDF that does something by itself or by a click: starts a program, sends a form, opens another file or address.</summary>
    PdfAction,

    /// <summary>A PDF that carries other files.</summary>
    PdfAttachment,

    /// <summary>A PDF with film, sound, three-dimensional content or other rich media.</summary>
    PdfMedia,

    /// <summary>A PDF made of an XFA form, which is a program of its own.</summary>
    PdfForm,

    /// <summary>A PDF that opens only with a password.</summary>
    PdfEncrypted,

    /// <summary>The PDF has more pages than <see cref="DocumentLimits.MaximumPages"/>.</summary>
    TooManyPages,

    /// <summary>Decoding the file takes more time or memory than any document needs.</summary>
    TooComplex,

    /// <summary>The image has fewer pixels than <see cref="DocumentLimits.MinimumPixels"/>: nobody can read a document on it.</summary>
    TooFewPixels,

    /// <summary>An image of one colour, on which there is nothing.</summary>
    Blank,
}

/// <summary>Makes refusals of rejections.</summary>
public static class DocumentRejections
{
    /// <summary>The refusal of a use case; its argument is the name of the rejection.</summary>
    /// <param name="rejection">Why the file is not accepted.</param>
    public static Refusal ToRefusal(this DocumentRejection rejection) => new NotAllowed(RefusalCode.DocumentRejected, rejection.ToString());
}
