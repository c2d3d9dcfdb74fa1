using Onboarding.Portal.Features.Public.Registration;

namespace Onboarding.Portal.Features.Public;

/// <summary>What the public pages need.</summary>
internal static class PublicServices
{
    /// <summary>Registers it.</summary>
    public static void AddPublicPages(this IServiceCollection services)
    {
        services.AddSingleton<ContactDetails>();
        services.AddTransient<DraftKeeper>();
        services.AddScoped<SentForm>();
    }
}
