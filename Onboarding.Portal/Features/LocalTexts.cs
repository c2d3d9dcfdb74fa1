using System.Globalization;
using Onboarding.Core.Catalog;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features;

/// <summary>Texts that are kept in both languages, in that of the visitor.</summary>
internal static class LocalTexts
{
    /// <summary>The text in the visitor's language.</summary>
    public static string Shown(this LocalText text) => text.In(Languages.From(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));
}
