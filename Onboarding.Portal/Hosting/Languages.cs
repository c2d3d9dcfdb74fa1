using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Onboarding.Core.Cases;

namespace Onboarding.Portal.Hosting;

/// <summary>
/// The languages of the portal: Bahasa Indonesia, and English where the person chose it. Numbers, dates and money are
/// Indonesian in both: the business is, and a date that is read two ways is worse than one in the other language's order.
/// </summary>
internal static class Languages
{
    /// <summary>The language when nothing was chosen.</summary>
    public const string Default = "id";

    /// <summary>How numbers, dates and money are written, in either language.</summary>
    public static CultureInfo Formats { get; } = CultureInfo.GetCultureInfo("id-ID");

    /// <summary>The closed list: what a person can choose.</summary>
    public static IReadOnlyList<string> All { get; } = [Default, "en"];

    /// <summary>The two letters of a language of the core.</summary>
    public static string Of(Language language) => language switch
    {
        Language.Indonesian => Default,
        Language.English => "en",
    };

    /// <summary>The core's language of two letters from <see cref="All"/>.</summary>
    public static Language From(string letters) => letters == Default ? Language.Indonesian : Language.English;

    /// <summary>Writes words in a language, whatever the language of who is served at the moment.</summary>
    /// <param name="language">Two letters from <see cref="All"/>.</param>
    /// <param name="write">Makes the words.</param>
    public static T In<T>(string language, Func<T> write)
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return write();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>Registers the languages for each request. A circuit takes the culture of the request that opened it.</summary>
    public static void AddPortalLanguages(this IServiceCollection services) =>
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Formats, CultureInfo.GetCultureInfo(Default));
            options.SupportedCultures = [Formats];
            options.SupportedUICultures = [.. All.Select(CultureInfo.GetCultureInfo)];
            options.RequestCultureProviders = [new CustomRequestCultureProvider(OfRequest)];
        });

    // A person chose the language in the menu, a program says it in the header of its request.
    private static Task<ProviderCultureResult?> OfRequest(HttpContext context) =>
        Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(
            Formats.Name, PortalPaths.IsApi(context.Request.Path) ? FromHeader(context.Request) : Preferences.From(context.Request).Language));

    private static string FromHeader(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality is not 0)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => All.FirstOrDefault(known => language.Value.StartsWith(known, StringComparison.OrdinalIgnoreCase)))
        .OfType<string>()
        .FirstOrDefault() ?? Default;
}
