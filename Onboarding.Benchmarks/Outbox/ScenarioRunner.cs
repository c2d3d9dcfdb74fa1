using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Benchmarks.Outbox;

/// <summary>Runs one scenario after another on the same portal, each with cases of its own.</summary>
/// <param name="portal">The portal.</param>
/// <param name="loader">Makes the cases.</param>
/// <param name="receivers">The servers.</param>
/// <param name="partners">The partners.</param>
internal sealed class ScenarioRunner(OutboxPortal portal, OutboxLoader loader, ScriptedReceivers receivers, IReadOnlyList<Guid> partners)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs one to its end, or as long as anybody would wait.</summary>
    public async Task<ScenarioRun> RunAsync(int cases, Scenario scenario, CancellationToken cancellationToken)
    {
        var made = await loader.CasesAsync(cases, partners, cancellationToken);
        GC.Collect();
        using MemoryWatch watch = new();
        await EnqueueAsync(made, scenario, cancellationToken);
        if (scenario.Outage > TimeSpan.Zero)
        {
            using PeriodicTimer outage = new(scenario.Outage);
            await outage.WaitForNextTickAsync(cancellationToken);
            receivers.AllAre(Behaviour.Healthy);
        }

        var backAt = TimeProvider.System.GetUtcNow();
        await DrainAsync(made, scenario.Dead, cancellationToken);
        var most = watch.Most;
        await using var context = portal.Get<OnboardingContextFactory>().CreateDbContext();
        var messages = await SentMessage.ReadAsync(context, made, receivers.Receipts, cancellationToken);
        await ForgetAsync(context, made, cancellationToken);
        return new ScenarioRun([.. messages.Where(message => message.PartnerId is null || message.PartnerId != scenario.Dead)], backAt, most);
    }

    private async Task EnqueueAsync(IReadOnlyList<Guid> made, Scenario scenario, CancellationToken cancellationToken)
    {
        if (scenario.CasesPerSecond == 0)
        {
            await loader.EnqueueAsync(made, cancellationToken);
            return;
        }

        using PeriodicTimer pace = new(TimeSpan.FromSeconds(1) / scenario.CasesPerSecond);
        foreach (var owner in made)
        {
            await pace.WaitForNextTickAsync(cancellationToken);
            await loader.EnqueueAsync([owner], cancellationToken);
        }
    }

    private async Task DrainAsync(IReadOnlyList<Guid> made, Guid? dead, CancellationToken cancellationToken)
    {
        var until = TimeProvider.System.GetUtcNow() + Patience;
        using PeriodicTimer timer = new(Look);
        await using var context = portal.Get<OnboardingContextFactory>().CreateDbContext();
        while (TimeProvider.System.GetUtcNow() < until
            && await context.OutboxMessages.AnyAsync(
                message => message.FinishedAt == null && made.Contains(message.CaseId!.Value) && (message.PartnerId == null || message.PartnerId != dead), cancellationToken))
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    // What was not taken must not travel through the next scenario.
    private static Task<int> ForgetAsync(OnboardingContext context, IReadOnlyList<Guid> made, CancellationToken cancellationToken) =>
        context.OutboxMessages.Where(message => message.FinishedAt == null && made.Contains(message.CaseId!.Value))
            .ExecuteUpdateAsync(change => change.SetProperty(message => message.FinishedAt, message => message.CreatedAt), cancellationToken);
}
