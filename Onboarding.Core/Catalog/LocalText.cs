using Onboarding.Core.Cases;

namespace Onboarding.Core.Catalog;

/// <summary>A text in both languages; Bahasa Indonesia is the reference.</summary>
/// <param name="Indonesian">In Bahasa Indonesia.</param>
/// <param name="English">In English.</param>
public sealed record LocalText(string Indonesian, string English)
{
    /// <summary>The text in a language.</summary>
    public string In(Language language) => language switch
    {
        Language.Indonesian => Indonesian,
        Language.English => English,
    };
}
