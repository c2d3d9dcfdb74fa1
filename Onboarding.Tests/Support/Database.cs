using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Tests.Support;

/// <summary>The database behind the program's back, for tests that look at it or tamper with it.</summary>
public static class Database
{
    /// <summary>Executes a statement; its values become parameters.</summary>
    public static async Task<int> ExecuteAsync(CoreHost core, FormattableString statement)
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        return await context.Database.ExecuteSqlAsync(statement, TestContext.Current.CancellationToken);
    }

    /// <summary>Reads with a context of its own.</summary>
    public static async Task<T> ReadAsync<T>(CoreHost core, Func<OnboardingContext, Task<T>> read)
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        return await read(context);
    }
}
