using System.Globalization;

namespace Onboarding.Portal.Hosting;

/// <summary>Fills the gaps of a text from the resources.</summary>
public static class TextFormat
{
    /// <summary>The text with <c>{0}</c>, <c>{1}</c> … replaced; numbers and dates in Indonesian form, as everywhere.</summary>
    /// <param name="text">A text from the resources.</param>
    /// <param name="values">What goes into the gaps, in order.</param>
    public static string With(this string text, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.CurrentCulture, text, values);
}
