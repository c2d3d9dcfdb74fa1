using System.Globalization;

namespace Onboarding.Portal.Live;

/// <summary>
/// The language in which a page was opened, for what arrives later on a thread that knows nothing of the visitor. Make it while the
/// component is made.
/// </summary>
internal sealed class VisitorLanguage
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _textCulture = CultureInfo.CurrentUICulture;

    /// <summary>Lets the present work speak to the visitor.</summary>
    public void Speak()
    {
        CultureInfo.CurrentCulture = _culture;
        CultureInfo.CurrentUICulture = _textCulture;
    }
}
