using System.CommandLine;
using System.Diagnostics;
using Onboarding.Core.Seeding;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Security.Identity;
using Spectre.Console;

namespace Onboarding.Portal.Hosting.CommandLine;

/// <summary><c>seed</c>: fills the database with invented cases in every status, for a demonstration or a load test.</summary>
internal static class SeedCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="build">Makes the portal from the settings among the arguments.</param>
    /// <param name="console">Where to write; the real terminal where it is null.</param>
    public static Command Create(Func<string[], WebApplication> build, IAnsiConsole? console = null)
    {
        Option<int> cases = new("--cases") { Description = "How many cases.", DefaultValueFactory = _ => 200 };
        Option<int> seed = new("--seed") { Description = "The same seed makes the same cases.", DefaultValueFactory = _ => 1 };
        Option<bool> ifEmpty = new("--if-empty") { Description = "Does nothing when there are cases already." };
        cases.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1_000_000)
            {
                result.AddError("--cases takes 1 to 1000000.");
            }
        });
        Command command = new("seed", "Fills the database with invented cases in every status.") { cases, seed, ifEmpty };
        command.SetAction(async (result, cancellation) =>
        {
            await using WebApplication portal = build([.. result.UnmatchedTokens]);
            await portal.Services.PrepareAsync(cancellation);
            return await RunAsync(
                portal.Services, console ?? AnsiConsole.Console, result.GetValue(cases), result.GetValue(seed), result.GetValue(ifEmpty), cancellation);
        });
        return command;
    }

    /// <summary>Makes the cases and shows how far it is.</summary>
    /// <returns>The exit code: always 0.</returns>
    internal static async Task<int> RunAsync(
        IServiceProvider services, IAnsiConsole console, int cases, int seed, bool ifEmpty, CancellationToken cancellation)
    {
        CaseSeeder seeder = services.GetRequiredService<CaseSeeder>();
        if (ifEmpty && !await seeder.IsEmptyAsync(cancellation))
        {
            console.WriteLine("There are cases already; nothing was made.");
            return 0;
        }

        SeedSettings settings = new(cases, seed, await StaffAsync(services, cancellation));
        Stopwatch watch = Stopwatch.StartNew();
        Seeded made = await console.Progress().StartAsync(async progress =>
        {
            ProgressTask bar = progress.AddTask("Cases", maxValue: cases);
            Seeded seeded = await seeder.SeedAsync(settings, new Progress<int>(done => bar.Value = done), cancellation);
            bar.Value = cases;
            return seeded;
        });
        console.WriteLine(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{made.Cases} cases in {made.Rows} rows, {watch.Elapsed.TotalSeconds:0.0} s, {made.Cases / watch.Elapsed.TotalSeconds:0} cases a second."));
        int lookalikes = await services.GetRequiredService<SeedLookalikes>().AddAsync(cancellation);
        console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{lookalikes} more that look like earlier ones."));
        int filled = await services.GetRequiredService<SeedRegister>().AddAsync(settings.Staff, cancellation);
        console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{filled} customers with people, contacts and notes."));
        int handed = await services.GetRequiredService<SeedHandovers>().AddAsync(settings.Staff, cancellation);
        console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{handed} tasks handed out by a supervisor."));
        return 0;
    }

    private static async Task<IReadOnlyList<Actor>> StaffAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        IReadOnlyList<StaffRow> rows = await scope.ServiceProvider.GetRequiredService<StaffDirectory>().ListAsync(cancellation);
        return [.. rows.Where(row => !row.IsDisabled).Select(row => new Actor(row.Id, row.DisplayName, row.Roles.ToHashSet(), "seed"))];
    }
}
