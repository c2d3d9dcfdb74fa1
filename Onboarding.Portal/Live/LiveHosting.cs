using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http.Connections;
using Onboarding.Core.Persistence;
using Onboarding.Portal.Live.Presence;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Live;

/// <summary>What makes changes visible without a reload: pages in this process, programs over the hub, other nodes over the database.</summary>
internal static class LiveHosting
{
    // No client ever sends more than its handshake and pings.
    private const int LargestMessage = 1024;
    private static readonly TimeSpan SlowestReader = TimeSpan.FromSeconds(5);

    /// <summary>Registers all of it.</summary>
    public static void AddLive(this IServiceCollection services, DatabaseSettings database)
    {
        services.AddScoped<PageClock>();
        services.AddSingleton<SharedRows>();
        services.AddPresence();
        services.AddSingleton<HubConnectionLimit>().AddSingleton<QueueConnections>().AddSingleton<SessionCheck>().AddHostedService<QueueHubFeed>();
        services.AddSignalR().AddHubOptions<QueueHub>(options =>
        {
            options.MaximumReceiveMessageSize = LargestMessage;
            options.StreamBufferCapacity = 1;
            options.SupportedProtocols = ["json"];
        });
        if (database.Provider == DatabaseProvider.PostgreSql)
        {
            services.AddHostedService<PostgreSqlChangeBridge>();
            services.AddHostedService<PostgreSqlPresenceBridge>();
        }
    }

    /// <summary>Registers who is where.</summary>
    public static void AddPresence(this IServiceCollection services)
    {
        services.AddSingleton<PresenceBoard>();
        services.AddScoped<CircuitPresence>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitPresence>());
    }

    /// <summary>Maps the hub; web sockets only, so that a connection is one connection.</summary>
    public static void MapLive(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapHub<QueueHub>(QueueHub.Path, options =>
        {
            options.Transports = HttpTransportType.WebSockets;
            options.TransportSendTimeout = SlowestReader;
            options.CloseOnAuthenticationExpiration = true;
        }).RequireAuthorization(Policies.QueueAccess);
}
