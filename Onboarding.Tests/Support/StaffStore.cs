using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Security.Identity;

namespace Onboarding.Tests.Support;

/// <summary>The account store on a test's database, without a web server.</summary>
public sealed class StaffStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private StaffStore(ServiceProvider services) => _services = services;

    /// <summary>What an administrator does with accounts.</summary>
    public StaffDirectory Directory => _services.GetRequiredService<IServiceScopeFactory>().CreateScope()
        .ServiceProvider.GetRequiredService<StaffDirectory>();

    /// <summary>The services, for what has no shorter way.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Makes the tables and the roles.</summary>
    public static async Task<StaffStore> CreateAsync(TestDatabase database, bool isDemo = false)
    {
        ArgumentNullException.ThrowIfNull(database);
        DatabaseProvider provider = database.Kind switch
        {
            DatabaseKind.Sqlite => DatabaseProvider.Sqlite,
            DatabaseKind.PostgreSql => DatabaseProvider.PostgreSql,
        };
        ServiceCollection services = new();
        services.AddLogging();
        services.AddDataProtection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new DemoMode(isDemo));
        services.AddStaffIdentity(new DatabaseSettings(provider, database.ConnectionString));
        StaffStore store = new(services.BuildServiceProvider());
        await store._services.PrepareStaffIdentityAsync(CancellationToken.None);
        await store._services.PrepareDemoAccountsAsync();
        return store;
    }

    /// <summary>Makes an account and returns its row.</summary>
    public async Task<StaffRow> AddAsync(string userName, params ActorRole[] roles)
    {
        (await Directory.CreateAsync(userName, $"Petugas {userName}", roles)).Problem.ShouldBeNull();
        return await FindAsync(userName);
    }

    /// <summary>The account of that name, as it is now.</summary>
    public async Task<StaffRow> FindAsync(string userName) =>
        (await Directory.ListAsync(CancellationToken.None)).Single(row => row.UserName == userName);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
