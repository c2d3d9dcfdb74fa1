using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Spectre.Console;

namespace Onboarding.Benchmarks.Outbox;

/// <summary>How long it takes to look for due messages and to lease them, in an outbox that is nearly empty and in one that is full of finished ones.</summary>
/// <param name="portal">A portal that sends nothing.</param>
/// <param name="partners">The partners.</param>
/// <param name="provider">Which database.</param>
internal sealed class DueMessages(OutboxPortal portal, IReadOnlyList<Guid> partners, DatabaseProvider provider)
{
    private const int Cases = 400;
    private const int Looks = 200;
    private const int Takes = 40;
    private const int Batch = 8;

    private static readonly TimeSpan Lease = TimeSpan.FromHours(1);

    private readonly OutboxLoader _loader = new(portal);
    private readonly Table _table = new Table().AddColumns("finished messages", "waiting", "nothing due: p50 ms", "p95 ms", "× before", "eight leased: p50 ms", "p95 ms", "× before");

    /// <summary>Measures without and with finished messages.</summary>
    public async Task<Table> MeasureAsync(int finished, CancellationToken cancellationToken)
    {
        var before = await MeasureAsync(0, null, cancellationToken);
        await MeasureAsync(finished, before, cancellationToken);
        return _table;
    }

    private async Task<Times> MeasureAsync(int finished, Times? before, CancellationToken cancellationToken)
    {
        var made = await _loader.CasesAsync(Cases, partners, cancellationToken);
        await _loader.FinishedAsync(finished, made, cancellationToken);
        await AnalyseAsync(cancellationToken);
        var idle = await TakeAsync(Looks, cancellationToken);
        await _loader.EnqueueAsync(made, cancellationToken);
        await using var context = portal.Get<OnboardingContextFactory>().CreateDbContext();
        var waiting = await context.OutboxMessages.CountAsync(message => message.FinishedAt == null, cancellationToken);
        var busy = await TakeAsync(Takes, cancellationToken);
        _table.AddRow(
            Text($"{await context.OutboxMessages.CountAsync(message => message.FinishedAt != null, cancellationToken)}"), Text($"{waiting}"),
            Text($"{idle.Percentile(0.5):0.00}"), Text($"{idle.Percentile(0.95):0.00}"), Ratio(idle, before?.Idle),
            Text($"{busy.Percentile(0.5):0.0}"), Text($"{busy.Percentile(0.95):0.0}"), Ratio(busy, before?.Busy));
        await context.OutboxMessages.Where(message => message.FinishedAt == null)
            .ExecuteUpdateAsync(change => change.SetProperty(message => message.FinishedAt, message => message.CreatedAt), cancellationToken);
        return new Times(idle, busy);
    }

    private async Task<Measurement> TakeAsync(int times, CancellationToken cancellationToken)
    {
        var queue = portal.Get<OutboxQueue>();
        Measurement taken = new();
        for (var number = 0; number < times; number++)
        {
            await taken.TakeAsync(() => queue.TakeAsync(Batch, Lease, cancellationToken));
        }

        return taken;
    }

    private async Task AnalyseAsync(CancellationToken cancellationToken)
    {
        await using var context = portal.Get<OnboardingContextFactory>().CreateDbContext();
        if (provider == DatabaseProvider.PostgreSql)
        {
            // As its own housekeeping would have done by then.
            await context.Database.ExecuteSqlRawAsync("VACUUM ANALYZE", cancellationToken);
        }
    }

    private static string Ratio(Measurement now, Measurement? before) => before is null ? "–" : Text($"{now.Percentile(0.5) / before.Percentile(0.5):0.00}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Times(Measurement Idle, Measurement Busy);
}
