using Onboarding.Core.Customers.Crm;
using Onboarding.Core.Time;

namespace Onboarding.Portal.Integrations.Crm;

/// <summary>
/// Carries out comparisons with the external CRM and repeated sendings, one after the other. How far they are stands in the database, so that
/// a restart, or a CRM that is away for a while, costs no more than the batch at hand.
/// </summary>
/// <param name="runs">The runs.</param>
/// <param name="comparison">Compares.</param>
/// <param name="delivery">Sends.</param>
/// <param name="crm">The CRM.</param>
/// <param name="settings">Whether there is one.</param>
/// <param name="clock">Clock.</param>
internal sealed class CrmRunner(CrmRuns runs, CrmComparison comparison, CrmDelivery delivery, ICustomerRelations crm, CrmSettings settings, TimeProvider clock)
{
    private bool _hasTakenStock;

    /// <summary>Works until nothing is left to do, or the CRM is away: then the next call goes on.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (!settings.IsOn)
        {
            return;
        }

        // Whoever was recorded before the connector was switched on; from then on each new customer brings its own row.
        if (!_hasTakenStock)
        {
            for (Guid? last = await comparison.TakeStockAsync(after: null, cancellation); last is not null;)
            {
                last = await comparison.TakeStockAsync(last, cancellation);
            }

            _hasTakenStock = true;
        }

        while (await runs.NextAsync(cancellation) is { } run)
        {
            CrmReason? obstacle = run.Kind switch
            {
                CrmRunKind.Compare => await CompareAsync(run, cancellation),
                CrmRunKind.Resend => await ResendAsync(run, cancellation),
            };
            if (obstacle is { } reason)
            {
                await runs.StumbleAsync(run.Id, reason, CancellationToken.None);
                return;
            }
        }
    }

    private async Task<CrmReason?> CompareAsync(CrmRun run, CancellationToken cancellation)
    {
        try
        {
            string? place = run.Cursor;
            for (bool isRead = CrmComparison.IsRead(run); !isRead;)
            {
                DateTimeOffset askedAt = Instant.Now(clock);
                CrmListing page = await crm.ListAsync(place, cancellation);
                if (!await comparison.TakePageAsync(run.Id, page.Entries, page.Next, askedAt, cancellation))
                {
                    return null;
                }

                place = page.Next;
                isRead = place is null;
            }
        }
        catch (CrmFailedException failure)
        {
            return failure.Reason;
        }

        while (await comparison.SweepAsync(run.Id, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
        }

        await runs.EndAsync(run.Id, cancellation);
        return null;
    }

    private async Task<CrmReason?> ResendAsync(CrmRun run, CancellationToken cancellation)
    {
        while (await runs.BatchAsync(run.Id, cancellation) is { Count: > 0 } batch)
        {
            int failed = 0;
            Guid? last = null;
            bool waits = false;
            int handled = 0;
            foreach (Guid customer in batch)
            {
                CrmSending sending = await delivery.SendNowAsync(customer, cancellation);
                waits = sending == CrmSending.Wait;
                if (waits)
                {
                    break;
                }

                handled++;
                failed += sending == CrmSending.NotSent ? 1 : 0;
                last = customer;
            }

            if (last is { } place && !await runs.AdvanceAsync(run.Id, handled, failed, place, CancellationToken.None))
            {
                return null;
            }

            if (waits)
            {
                return CrmReason.CircuitOpen;
            }
        }

        await runs.EndAsync(run.Id, cancellation);
        return null;
    }
}
