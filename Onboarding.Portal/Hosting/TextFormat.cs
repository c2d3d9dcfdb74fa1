using System.Globalization;

namespace Onboarding.Portal.Hosting;

/// <summary>Fills the gaps of a text from the resources.</summary>
public static class TextFormat
{
    private static readonly Numbered Words = new();

    /// <summary>
    /// The text with <c>{0}</c>, <c>{1}</c> … replaced; numbers and dates in Indonesian form, as everywhere. A gap such as
    /// <c>{0:day|days}</c> takes the first word for one and the second for every other number.
    /// </summary>
    /// <param name="text">A text from the resources.</param>
    /// <param name="values">What goes into the gaps, in order.</param>
    public static string With(this string text, params ReadOnlySpan<object?> values) => string.Format(Words, text, values);

    private sealed class Numbered : IFormatProvider, ICustomFormatter
    {
        public object? GetFormat(Type? formatType) =>
            formatType == typeof(ICustomFormatter) ? this : formatType is null ? null : CultureInfo.CurrentCulture.GetFormat(formatType);

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => format?.Split('|') switch
        {
            [var one, var many] => string.Equals(Convert.ToString(arg, CultureInfo.InvariantCulture), "1", StringComparison.Ordinal) ? one : many,
            _ when arg is IFormattable value => value.ToString(format, CultureInfo.CurrentCulture),
            _ => arg?.ToString() ?? string.Empty,
        };
    }
}
