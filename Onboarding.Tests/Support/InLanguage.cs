using System.Globalization;

namespace Onboarding.Tests.Support;

/// <summary>Reads a text as a visitor with another language does.</summary>
public static class InLanguage
{
    /// <summary>What is read while the language is this one.</summary>
    public static string Read(string language, Func<string> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        CultureInfo before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return read();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
