using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Onboarding.Benchmarks.Portal;
using Onboarding.Core.Queues;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Live;
using Onboarding.Portal.Security.Identity;

[assembly: HostingStartup(typeof(PortalProbe))]

namespace Onboarding.Benchmarks.Portal;

/// <summary>
/// What the benchmarks plug into the portal that they measure, and into no other: it signs people in without a form, does work of the staff at an
/// exact moment, and tells memory and processor time from inside. The portal that is shipped does not know of it.
/// </summary>
public sealed class PortalProbe : IHostingStartup
{
    /// <summary>The addresses that the probe answers begin with this.</summary>
    public const string Root = "/benchmark";

    /// <inheritdoc />
    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services =>
        services.AddSingleton<CommitTimes>().AddTransient<IStartupFilter, Answers>());

    /// <summary>When the notice of each change went out, right after its commit.</summary>
    private sealed class CommitTimes : IDisposable
    {
        private readonly IDisposable _subscription;

        public CommitTimes(ChangeFeed feed) => _subscription = feed.SubscribeToOwn(change => Of[change.CaseId] = Stopwatch.GetTimestamp());

        public ConcurrentDictionary<Guid, long> Of { get; } = [];

        public void Dispose() => _subscription.Dispose();
    }

    private sealed class Answers : IStartupFilter
    {
        private static readonly Actor Supervisor = new("benchmark-supervisor", "Benchmark", new HashSet<ActorRole> { ActorRole.Supervisor }, "benchmark");

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => portal =>
        {
            portal.Map($"{Root}/cookie", branch => branch.Run(async context => await context.Response.WriteAsync(await CookieAsync(context))));
            portal.Map($"{Root}/assign", branch => branch.Run(async context => await context.Response.WriteAsync(await AssignAsync(context))));
            portal.Map($"{Root}/state", branch => branch.Run(async context => await context.Response.WriteAsJsonAsync(Read(context.Request.Query.ContainsKey("collect")))));
            next(portal);
        };

        private static async Task<string> CookieAsync(HttpContext context)
        {
            await using var scope = context.RequestServices.CreateAsyncScope();
            var account = await scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>().FindByNameAsync(context.Request.Query["user"]!)
                ?? throw new InvalidOperationException("No such account.");
            var person = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<StaffAccount>>().CreateAsync(account);
            var cookie = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
            var now = TimeProvider.System.GetUtcNow();
            AuthenticationProperties properties = new() { IssuedUtc = now, ExpiresUtc = now.AddHours(8) };
            return $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(new AuthenticationTicket(person, properties, IdentityConstants.ApplicationScheme))}";
        }

        // The name of the assignee is what appears on the pages, so it says which change it was.
        private static async Task<string> AssignAsync(HttpContext context)
        {
            var (item, name) = (Guid.Parse(context.Request.Query["item"]!), context.Request.Query["name"].ToString());
            Actor assignee = new(name, name, new HashSet<ActorRole> { ActorRole.Administration }, "benchmark");
            var times = context.RequestServices.GetRequiredService<CommitTimes>();
            var result = await context.RequestServices.GetRequiredService<WorkItemHandler>().AssignAsync(item, assignee, Supervisor, CancellationToken.None);
            return result.IsDone
                ? string.Create(CultureInfo.InvariantCulture, $"{times.Of[result.Value.CaseId]} {result.Value.Number} {result.Value.Version}")
                : throw new InvalidOperationException($"Refused: {result.Refusal}");
        }

        private static PortalState Read(bool collects)
        {
            for (var round = 0; collects && round < 3; round++)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                GC.WaitForPendingFinalizers();
            }

            using var process = Process.GetCurrentProcess();
            return new PortalState(
                GC.GetTotalMemory(forceFullCollection: false), process.WorkingSet64, process.TotalProcessorTime.TotalMilliseconds, GC.GetTotalAllocatedBytes(), ThreadPool.ThreadCount);
        }
    }
}

/// <summary>How a portal stands.</summary>
/// <param name="Managed">Bytes of objects that are kept.</param>
/// <param name="Resident">Bytes of the process that lie in memory.</param>
/// <param name="ProcessorMilliseconds">Processor time since its start.</param>
/// <param name="Allocated">Bytes ever allocated.</param>
/// <param name="Threads">Threads of the pool.</param>
internal sealed record PortalState(long Managed, long Resident, double ProcessorMilliseconds, long Allocated, int Threads);
