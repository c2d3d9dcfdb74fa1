using Microsoft.Extensions.Options;

namespace Onboarding.Portal.Hosting;

/// <summary>
/// How the portal stops: quickly, and without losing what it has begun. An open page notices within a second that its
/// circuit is gone and asks for a new one over a connection that is still there; as long as it is answered, the server
/// waits for that connection. So nobody is answered any more, and connections close.
/// </summary>
internal static class Stopping
{
    // More than the outbox needs to finish or give back what it holds.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Bounds how long stopping may take.</summary>
    public static void AddStopping(this IServiceCollection services) =>
        services.AddSingleton<IConfigureOptions<HostOptions>>(new ConfigureOptions<HostOptions>(options => options.ShutdownTimeout = Limit));

    /// <summary>Turns requests away once the portal stops.</summary>
    public static void UseStopping(this WebApplication app) =>
        app.Use((context, next) =>
        {
            if (!app.Lifetime.ApplicationStopping.IsCancellationRequested)
            {
                return next(context);
            }

            context.Response.Headers.Connection = "close";
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
}
