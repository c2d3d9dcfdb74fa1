using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security.Identity;

namespace Onboarding.Portal.Integrations.Sources;

/// <summary>Registers the external sources of stage 2: those of the settings, and an invented one in demo mode.</summary>
internal static class SourceHosting
{
    /// <summary>Registers them.</summary>
    /// <exception cref="StartupRefusedException">A setting cannot be used.</exception>
    public static void AddSources(this WebApplicationBuilder builder)
    {
        // No loggers of the framework: they would write addresses, and with them numbers of businesses.
        builder.Services.AddHttpClient(HttpVerificationSource.Client, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .RemoveAllLoggers();
        foreach (SourceSettings settings in SourceSettings.Read(builder.Configuration))
        {
            builder.Services.AddSingleton<IVerificationSource>(services => ActivatorUtilities.CreateInstance<HttpVerificationSource>(services, settings));
        }

        if (DemoMode.From(builder.Configuration).IsEnabled)
        {
            builder.Services.AddSingleton<IVerificationSource, DemoVerificationSource>();
        }
    }
}
