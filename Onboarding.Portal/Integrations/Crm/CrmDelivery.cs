using Onboarding.Core.Customers.Crm;
using Onboarding.Core.Outbox;
using Onboarding.Portal.Integrations.Outbox;

namespace Onboarding.Portal.Integrations.Crm;

/// <summary>What came of sending a record in a run over the register.</summary>
internal enum CrmSending
{
    /// <summary>The CRM confirmed it.</summary>
    Sent,

    /// <summary>The CRM did not take it, or the outbox tries it again later.</summary>
    NotSent,

    /// <summary>Nothing can be sent for now; the run waits.</summary>
    Wait,
}

/// <summary>Sends customer records to the external CRM and writes down what came of it (SOP stage 3: Sistem CRM).</summary>
/// <param name="documents">Reads what is sent.</param>
/// <param name="crm">The CRM.</param>
/// <param name="links">Writes down what came of it.</param>
/// <param name="settings">Whether there is a CRM, and how long it is spared.</param>
/// <param name="clock">Clock.</param>
internal sealed class CrmDelivery(CrmDocuments documents, ICustomerRelations crm, CrmLinks links, CrmSettings settings, TimeProvider clock) : IDisposable
{
    // A CRM that is slow must not hold all the places of the outbox, or mails and orders would wait for it.
    private const int MostAtOnce = 3;

    private static readonly TimeSpan RoomPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    // Who asks for a pause for a whole day is treated as not available.
    private static readonly TimeSpan LongestPatience = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _room = new(MostAtOnce, MostAtOnce);

    /// <inheritdoc />
    public void Dispose() => _room.Dispose();

    /// <summary>Makes one attempt with a message of the outbox.</summary>
    public async Task<DeliveryOutcome> DeliverAsync(LeasedMessage message, CancellationToken cancellation)
    {
        Guid customer = message.SubjectId!.Value;
        if (!settings.IsOn)
        {
            await links.FailAsync(customer, CrmReason.SwitchedOff, httpStatus: null, isLast: true, CancellationToken.None);
            return new NotNeeded();
        }

        if (!await _room.WaitAsync(TimeSpan.Zero, cancellation))
        {
            return new DeliveryDeferred(RoomPause);
        }

        try
        {
            return await SendAsync(message, customer, cancellation);
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>Sends a record at once, in a run that a person started; it wins over what the CRM holds.</summary>
    public async Task<CrmSending> SendNowAsync(Guid customer, CancellationToken cancellation)
    {
        if (await documents.ReadAsync(customer, cancellation) is not { } document)
        {
            return CrmSending.NotSent;
        }

        try
        {
            await links.ConfirmAsync(document, await crm.PutAsync(document with { Overwrites = true }, cancellation), CancellationToken.None);
            return CrmSending.Sent;
        }
        catch (CrmFailedException failure) when (failure.Reason is CrmReason.CircuitOpen or CrmReason.AskedToWait)
        {
            return CrmSending.Wait;
        }
        catch (CrmFailedException failure) when (failure.IsTransient)
        {
            await links.HandOverAsync(customer, failure.Reason, failure.HttpStatus, CancellationToken.None);
            return CrmSending.NotSent;
        }
        catch (CrmFailedException failure)
        {
            await links.FailAsync(customer, failure.Reason, failure.HttpStatus, isLast: true, CancellationToken.None);
            return CrmSending.NotSent;
        }
    }

    private async Task<DeliveryOutcome> SendAsync(LeasedMessage message, Guid customer, CancellationToken cancellation)
    {
        if (await documents.ReadAsync(customer, cancellation) is not { } document)
        {
            return new NotNeeded();
        }

        try
        {
            string id = await crm.PutAsync(document, cancellation);

            // Changed while it was sent: the message goes on for the newer version.
            return await links.ConfirmAsync(document, id, CancellationToken.None) ? new Delivered() : new DeliveryDeferred(TimeSpan.Zero);
        }
        catch (CrmFailedException failure)
        {
            return await AfterAsync(failure, message, document);
        }
    }

    private async Task<DeliveryOutcome> AfterAsync(CrmFailedException failure, LeasedMessage message, CrmDocument document)
    {
        switch (failure.Reason)
        {
            case CrmReason.CircuitOpen:
                return new DeliveryDeferred(settings.Break);
            case CrmReason.NewerThere:
                return await links.MetNewerAsync(document, CancellationToken.None) ? new NotNeeded() : new DeliveryDeferred(TimeSpan.Zero);
            case CrmReason.AskedToWait when clock.GetUtcNow() - message.CreatedAt < LongestPatience:
                await links.FailAsync(document.CustomerId, failure.Reason, failure.HttpStatus, isLast: false, CancellationToken.None);
                return new DeliveryDeferred(Pause(failure.RetryAfter));
        }

        bool isLast = !failure.IsTransient || message.FailedAttempts + 1 >= OutboxMessage.MaxAttempts;
        await links.FailAsync(document.CustomerId, failure.Reason, failure.HttpStatus, isLast, CancellationToken.None);

        // What the CRM refuses for what it says is not sent again by itself.
        return failure.IsTransient ? new DeliveryFailed(failure.Code) : new NotNeeded();
    }

    private static TimeSpan Pause(TimeSpan? asked) =>
        asked is not { } pause ? RetryPlan.Delay(1) : TimeSpan.FromTicks(Math.Clamp(pause.Ticks, ShortestPause.Ticks, LongestPause.Ticks));
}
