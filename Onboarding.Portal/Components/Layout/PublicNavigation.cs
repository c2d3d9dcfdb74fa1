using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Features.Public.About;
using Onboarding.Portal.Features.Public.Confirming;

namespace Onboarding.Portal.Components.Layout;

/// <summary>The links of the public pages, at the top and at the foot.</summary>
public static class PublicNavigation
{
    /// <summary>The start page.</summary>
    public const string Home = "/";

    /// <summary>The links at the top.</summary>
    public static IEnumerable<(string Href, string Text)> Links =>
    [
        (Home, LayoutText.Home),
        (PublicUrls.Register, PublicText.Register),
    ];

    /// <summary>The links at the foot.</summary>
    public static IEnumerable<(string Href, string Text)> FooterLinks =>
    [
        (Home, LayoutText.Home),
        (PublicUrls.Register, PublicText.Register),
        (PublicUrls.Confirm, ConfirmText.Title),
        (PublicUrls.Privacy, PublicText.PrivacyTitle),
        (PublicUrls.About, AboutText.Title),
    ];
}
