using System.Globalization;

namespace Onboarding.Portal.Hosting;

/// <summary>The languages of the portal: Bahasa Indonesia, and English where a browser or a person asks for it.</summary>
internal static class Languages
{
    private static readonly CultureInfo[] Supported = [new("id"), new("en")];

    /// <summary>Registers the languages for each request; the first one is the default.</summary>
    public static void AddPortalLanguages(this IServiceCollection services) =>
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new(Supported[0]);
            options.SupportedCultures = Supported;
            options.SupportedUICultures = Supported;
        });
}
