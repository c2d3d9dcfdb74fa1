using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;

namespace Onboarding.Portal.Components.Controls;

/// <summary>
/// HTML that is drawn as one piece. The server remembers every element and attribute of an open page; of a ready text it remembers the text alone,
/// and pages that show the same share it. What lists draw many times is drawn so, wherever it has no handler of its own.
/// </summary>
public static class ReadyText
{
    // Some thousand rows with a handful of different texts each; what is drawn by no page for long is forgotten.
    private const int MostShared = 8192;

    private static readonly TextPool Shared = new(MostShared);

    /// <summary>A text for the pages. What stands in the string itself is HTML; every value in it is encoded, unless it is a ready text already.</summary>
    public static MarkupString Of(ReadyHtml html) => new(Shared.Share(html.Finish()));

    /// <summary>A part of a text, or nothing.</summary>
    /// <param name="isThere">Whether the part is there.</param>
    /// <param name="html">As for <see cref="Of"/>.</param>
    public static MarkupString If(bool isThere, [InterpolatedStringHandlerArgument(nameof(isThere))] ReadyHtml html) => new(isThere ? html.Finish() : string.Empty);
}
