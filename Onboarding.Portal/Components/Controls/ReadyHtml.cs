using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace Onboarding.Portal.Components.Controls;

/// <summary>Puts a <see cref="ReadyText"/> together: an interpolated string that is HTML itself, and whose values are encoded.</summary>
[InterpolatedStringHandler]
public readonly ref struct ReadyHtml
{
    // Letters of all languages stay as they are; what means something in HTML is written as an entity.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text;

    /// <summary>Begins.</summary>
    /// <param name="literalLength">How long the constant parts are.</param>
    /// <param name="formattedCount">How many values there are.</param>
    public ReadyHtml(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Begins, unless the text is not wanted: its values are not even asked for then.</summary>
    /// <param name="literalLength">How long the constant parts are.</param>
    /// <param name="formattedCount">How many values there are.</param>
    /// <param name="isThere">Whether the text is wanted.</param>
    /// <param name="goesOn">The same.</param>
    public ReadyHtml(int literalLength, int formattedCount, bool isThere, out bool goesOn)
        : this(isThere ? literalLength : 0, isThere ? formattedCount : 0) => goesOn = isThere;

    /// <summary>Adds HTML that stands in the code.</summary>
    public void AppendLiteral(string html) => _text.Append(html);

    /// <summary>Adds a value, encoded.</summary>
    public void AppendFormatted(string? value) => _text.Append(value is null ? null : Encoder.Encode(value));

    /// <summary>Adds the name of a value, encoded.</summary>
    public void AppendFormatted<TEnum>(TEnum value)
        where TEnum : struct, Enum => AppendFormatted(value.ToString());

    /// <summary>Adds what is a ready text already.</summary>
    public void AppendFormatted(MarkupString html) => _text.Append(html.Value);

    internal string Finish() => _text.ToString();
}
