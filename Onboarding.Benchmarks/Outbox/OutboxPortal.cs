using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Queues;
using Onboarding.Portal.Hosting;

namespace Onboarding.Benchmarks.Outbox;

/// <summary>As much of the portal as empties the outbox, composed by the portal's own registrations: its dispatcher and all its ways out, no pages and no jobs.</summary>
internal sealed class OutboxPortal : IAsyncDisposable
{
    private readonly WebApplication _portal;

    private OutboxPortal(WebApplication portal) => _portal = portal;

    /// <summary>Makes it on the database of the benchmark; nothing is sent before <see cref="StartAsync"/>.</summary>
    public static OutboxPortal Create(BenchmarkCore core, string activation, int timeoutSeconds)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = core.Folder });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var timeout = timeoutSeconds.ToString(CultureInfo.InvariantCulture);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Folder"] = core.Folder,
            ["Protection:KeyFolder"] = core.Get<MasterKeyOptions>().Folder,
            ["Activation:Endpoint"] = activation,
            ["Activation:Key"] = "a key of the benchmark, long enough",
            ["Activation:TimeoutSeconds"] = timeout,
            ["Activation:BreakerSeconds"] = timeout,
            ["Webhooks:AllowLoopback"] = "true",
            ["Webhooks:TimeoutSeconds"] = timeout,
        });
        DataFolder data = new(builder.Configuration);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(data).AddSingleton(core.Get<DatabaseSettings>());
        builder.AddCore(data);
        builder.AddIntegrations();
        return new OutboxPortal(builder.Build());
    }

    /// <summary>Begins to send.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => _portal.StartAsync(cancellationToken);

    /// <summary>A service of the portal.</summary>
    public T Get<T>()
        where T : notnull => _portal.Services.GetRequiredService<T>();

    /// <summary>Says that something was written, as the commit of a use case does.</summary>
    public void Notify() => Get<IChangePublisher>().Publish(new CaseChange(Guid.Empty, string.Empty, 0, []));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _portal.StopAsync();
        await _portal.DisposeAsync();
    }
}
