using System.Globalization;
using Spectre.Console;

namespace Onboarding.Benchmarks.Outbox;

/// <summary>
/// Puts the same work into the outbox again and again, while the servers that it goes to behave in another way each time. What is counted
/// is what these servers saw.
/// </summary>
/// <param name="core">The database.</param>
/// <param name="scale">How much.</param>
/// <param name="console">Where the figures go.</param>
internal sealed class OutboxBenchmark(BenchmarkCore core, OutboxScale scale, IAnsiConsole console)
{
    private const string Steady = "steady";
    private const string Failing = "failing";
    private const string Slow = "slow";
    private const string Outage = "outage";
    private const string Dead = "dead";
    private const string Due = "due";
    private const int WidthOfTable = 200;
    private const int Partners = 5;
    private const int DeadPartner = Partners - 1;
    private const int WarmUp = 20;
    private const double Mebibyte = 1024 * 1024;

    private readonly Table _table = new Table().AddColumns(
        "receivers", "messages", "seconds", "messages/s", "p50 s", "p95 s", "p99 s", "failed attempts", "out of order", "taken twice", "not taken", "memory MB");

    /// <summary>What can be measured, beside how it is when all receivers are healthy.</summary>
    public static IReadOnlyList<string> ScenarioNames { get; } = [Steady, Failing, Slow, Outage, Dead, Due];

    /// <summary>Runs scenarios, then measures how due messages are found.</summary>
    public async Task RunAsync(IReadOnlySet<string> names, CancellationToken cancellationToken)
    {
        // A table in a file or a log is as wide as it needs to be.
        console.Profile.Width = Math.Max(console.Profile.Width, WidthOfTable);
        await using var receivers = await ScriptedReceivers.StartAsync(cancellationToken);
        IReadOnlyList<Guid> partners;
        await using (var portal = OutboxPortal.Create(core, receivers.Activation, scale.TimeoutSeconds))
        {
            OutboxLoader loader = new(portal);
            partners = await loader.PartnersAsync(Enumerable.Range(0, Partners).Select(receivers.Partner), cancellationToken);
            await portal.StartAsync(cancellationToken);
            await RunAsync(new ScenarioRunner(portal, loader, receivers, partners), receivers, partners[DeadPartner], names, cancellationToken);
        }

        if (!names.Contains(Due))
        {
            return;
        }

        await using var silent = OutboxPortal.Create(core, receivers.Activation, scale.TimeoutSeconds);
        console.Write(await new DueMessages(silent, partners, core.Provider).MeasureAsync(scale.Finished, cancellationToken));
    }

    private async Task RunAsync(ScenarioRunner runner, ScriptedReceivers receivers, Guid dead, IReadOnlySet<string> names, CancellationToken cancellationToken)
    {
        receivers.AllAre(Behaviour.Healthy);
        await runner.RunAsync(WarmUp, new Scenario(), cancellationToken);
        if (names.Contains(Steady))
        {
            Show("healthy, ten cases a second", await runner.RunAsync(scale.Cases / 2, new Scenario { CasesPerSecond = 10 }, cancellationToken));
        }

        var healthy = await runner.RunAsync(scale.Cases, new Scenario(), cancellationToken);
        Show("healthy", healthy);
        if (names.Contains(Failing))
        {
            receivers.AllAre(Behaviour.TenthFails);
            Show("every tenth message fails at first", await runner.RunAsync(scale.Cases, new Scenario(), cancellationToken));
        }

        if (names.Contains(Slow))
        {
            receivers.AllAre(Behaviour.Slow);
            Show("slow, 200 ms an answer", await runner.RunAsync(scale.Cases, new Scenario(), cancellationToken));
        }

        if (names.Contains(Outage))
        {
            receivers.AllAre(Behaviour.Dead);
            var outage = await runner.RunAsync(scale.Cases, new Scenario { Outage = scale.Outage }, cancellationToken);
            Show(Text($"all dead for {scale.Outage.TotalSeconds:0} s, then back"), outage);
            var figures = outage.Figures;
            console.WriteLine(Text($"Half is taken {figures.After(outage.BackAt, 0.5):0.0} s after the receivers are back, 95 % {figures.After(outage.BackAt, 0.95):0.0} s, all {figures.After(outage.BackAt, 1):0.0} s."));
        }

        if (names.Contains(Dead))
        {
            receivers.AllAre(Behaviour.Healthy);
            receivers.PartnerIs(DeadPartner, Behaviour.Dead);
            var besideDead = await runner.RunAsync(scale.Cases, new Scenario { Dead = dead }, cancellationToken);
            Show("one partner of five dead: all the rest", besideDead);
            Compare(healthy.Without(dead), besideDead.Figures);
        }
    }

    private void Compare(OutboxFigures without, OutboxFigures with) => console.WriteLine(Text(
        $"Mails, orders and four partners: {without.PerSecond:0.0} messages/s beside a fifth partner that is healthy, {with.PerSecond:0.0} beside one that is dead, {with.PerSecond / without.PerSecond:0.00} of it; p95 {without.Times.Percentile(0.95) / 1000:0.0} s and {with.Times.Percentile(0.95) / 1000:0.0} s."));

    private void Show(string name, ScenarioRun run)
    {
        var figures = run.Figures;
        var times = figures.Times;
        _table.AddRow(
            name, Text($"{figures.Count}"), Text($"{figures.Seconds:0.0}"), Text($"{figures.PerSecond:0}"),
            Text($"{times.Percentile(0.5) / 1000:0.00}"), Text($"{times.Percentile(0.95) / 1000:0.00}"), Text($"{times.Percentile(0.99) / 1000:0.00}"),
            Text($"{figures.FailedAttempts}"), Text($"{figures.OutOfOrder}"), Text($"{figures.Twice}"), Text($"{figures.NotTaken}"), Text($"{run.MostMemory / Mebibyte:0}"));
        console.Write(_table);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
