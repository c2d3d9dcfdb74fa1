using System.Collections.Concurrent;
using System.Threading.Channels;
using Onboarding.Core.Outbox;
using Onboarding.Portal.Live;

namespace Onboarding.Portal.Integrations.Outbox;

/// <summary>
/// Empties the outbox for as long as the portal runs: at once after a change in this process, and every few seconds for
/// what another node wrote, what is due again, and what a sender that died has left. Several messages travel at the same
/// time, never two of one case in the same order, and those to one receiver leave room for the others.
/// </summary>
/// <param name="queue">The outbox.</param>
/// <param name="delivery">Sends.</param>
/// <param name="changes">Says that something may have been written.</param>
/// <param name="settings">How many at a time, and for how long.</param>
/// <param name="clock">Clock.</param>
/// <param name="log">Log.</param>
internal sealed class OutboxDispatcher(
    OutboxQueue queue, OutboxDelivery delivery, ChangeFeed changes, OutboxSettings settings, TimeProvider clock, ILogger<OutboxDispatcher> log)
    : BackgroundService
{
    /// <summary>How often is looked without a notice.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(3);

    // What is under way when the portal stops may finish within this time; then it is given back unharmed.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<Guid, Task> _underWay = new();
    private readonly ReceiverRooms _rooms = new(settings);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Let the host start: what follows may be synchronous up to its first wait.
        await Task.Yield();
        using CancellationTokenSource giveUp = new();
        using IDisposable subscription = changes.SubscribeToOwn(_ => Wake());
        await using ITimer timer = clock.CreateTimer(_ => Wake(), state: null, Period, Period);
        Wake();
        try
        {
            while (await _wake.Reader.WaitToReadAsync(stoppingToken))
            {
                _wake.Reader.TryRead(out _);
                await TakeAsync(giveUp.Token, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }

        giveUp.CancelAfter(Grace);
        await Task.WhenAll(_underWay.Values);
    }

    private async Task TakeAsync(CancellationToken giveUp, CancellationToken stopping)
    {
        try
        {
            // An attempt may outlast its lease, on a machine that is short of breath say; it is not begun a second time beside itself.
            OutboxRoom room = _rooms.Now() with { UnderWay = [.. _underWay.Keys] };
            if (room.Total <= 0)
            {
                return;
            }

            foreach (LeasedMessage message in await queue.TakeAsync(room, TimeSpan.FromSeconds(settings.LeaseSeconds), stopping))
            {
                // Started on the pool, so that the entry is there before the message is finished and removes it.
                TaskCompletionSource registered = new(TaskCreationOptions.RunContinuationsAsynchronously);
                _rooms.Begin(message.Receiver);
                _underWay[message.Id] = SendAsync(message, registered.Task, giveUp);
                registered.SetResult();
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The database is away for a moment, say. The timer looks again.
            OutboxLog.TakeFailed(log, failure.GetType().Name);
        }
    }

    private async Task SendAsync(LeasedMessage message, Task registered, CancellationToken giveUp)
    {
        await registered;
        DeliveryOutcome? outcome = null;
        try
        {
            outcome = await AttemptAsync(message, giveUp);
            await FinishAsync(message, outcome);
        }
        catch (Exception failure)
        {
            // It could not be noted what came of it: the lease ends by itself and the message is sent again.
            OutboxLog.NoteFailed(log, message.Id, message.Kind, failure.GetType().Name);
        }
        finally
        {
            _rooms.End(message.Receiver, outcome);
            _underWay.TryRemove(message.Id, out _);
            Wake();
        }
    }

    private async Task<DeliveryOutcome> AttemptAsync(LeasedMessage message, CancellationToken giveUp)
    {
        try
        {
            return await delivery.DeliverAsync(message, giveUp);
        }
        catch (OperationCanceledException) when (giveUp.IsCancellationRequested)
        {
            return new DeliveryDeferred(TimeSpan.Zero);
        }
        catch (Exception failure)
        {
            // One message that nobody foresaw must not stop the others.
            return new DeliveryFailed(failure.GetType().Name);
        }
    }

    private async Task FinishAsync(LeasedMessage message, DeliveryOutcome outcome)
    {
        switch (outcome)
        {
            case Delivered:
                await queue.FinishAsync(message, CancellationToken.None);
                OutboxLog.Sent(log, message.Id, message.CaseId, message.Kind);
                break;
            case NotNeeded:
                await queue.DropAsync(message, CancellationToken.None);
                OutboxLog.NotNeeded(log, message.Id, message.CaseId, message.Kind);
                break;
            case DeliveryDeferred deferred:
                await queue.DeferAsync(message, deferred.Delay, CancellationToken.None);
                break;
            case DeliveryRefused refused:
                await queue.RefuseAsync(message, refused.Code, CancellationToken.None);
                OutboxLog.Refused(log, message.Id, message.CaseId, message.Kind, refused.Code);
                break;
            case DeliveryFailed failed:
                await queue.FailAsync(message, failed.Code, CancellationToken.None);
                OutboxLog.Failed(log, message.Id, message.CaseId, message.Kind, message.FailedAttempts + 1, failed.Code);
                break;
        }
    }

    private void Wake() => _wake.Writer.TryWrite(true);
}
