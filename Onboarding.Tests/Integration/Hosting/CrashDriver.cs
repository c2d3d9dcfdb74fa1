using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Onboarding.Core.Cases;
using Onboarding.Tests.Integration.Hosting;
using Onboarding.Tests.Support;

[assembly: HostingStartup(typeof(CrashDriver))]

namespace Onboarding.Tests.Integration.Hosting;

/// <summary>
/// Works inside a real portal process, of which it becomes a part through the framework's hosting startup: it acts on cases
/// as fast as it can and notes every action in a file once the core has said that it is done. The test kills the process.
/// </summary>
public sealed class CrashDriver : IHostingStartup
{
    /// <summary>Environment variable with the file to note actions in.</summary>
    public const string Variable = "ONBOARDING_TEST_ACKNOWLEDGED";

    /// <inheritdoc />
    public void Configure(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file)
        {
            builder.ConfigureServices(services => services.AddHostedService(provider => new Worker(provider, file)));
        }
    }

    private sealed class Worker(IServiceProvider services, string file) : BackgroundService
    {
        // As many different people as the tests' synthetic numbers allow.
        private const int Most = 90;

        private readonly Lock _lock = new();
        private int _serial = 9900;

        protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
            Task.WhenAll(Enumerable.Range(0, 3).Select(lane => Task.Run(() => ActAsync(lane, stoppingToken), stoppingToken)));

        private async Task ActAsync(int lane, CancellationToken stopping)
        {
            CasesAt cases = new(services);
            while (!stopping.IsCancellationRequested && Interlocked.Increment(ref _serial) is var serial && serial < 9900 + Most)
            {
                Acknowledge(lane == 0 ? await cases.ReceivedAsync(Registrations.Person(serial)) : await cases.ActivatingAsync(Registrations.Person(serial)));
            }
        }

        private void Acknowledge(CaseState state)
        {
            lock (_lock)
            {
                File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture, $"{state.CaseId:N} {state.Version}\n"));
            }
        }
    }
}
