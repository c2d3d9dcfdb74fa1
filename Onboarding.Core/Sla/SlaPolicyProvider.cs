using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Sla;

/// <summary>The policy of now: settings, and the holidays of the database, read again when they change or after a minute.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="settings">Targets and periods.</param>
/// <param name="hours">Working hours of the office.</param>
/// <param name="clock">Clock.</param>
public sealed class SlaPolicyProvider(OnboardingContextFactory contexts, SlaSettings settings, WorkingHours hours, TimeProvider clock)
{
    // Another node may have edited the holidays; a minute is soon enough for a calendar.
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private volatile Reading? _reading;

    /// <summary>The policy.</summary>
    public async Task<SlaPolicy> GetAsync(CancellationToken cancellationToken)
    {
        var reading = _reading;
        if (reading is not null && clock.GetElapsedTime(reading.Timestamp) < Freshness)
        {
            return reading.Policy;
        }

        await using var context = contexts.CreateDbContext();
        var holidays = await context.Holidays.AsNoTracking().ToListAsync(cancellationToken);
        var policy = new SlaPolicy(new WorkingCalendar(hours, holidays, settings.CollectiveLeaveIsHoliday), settings, hours.Zone);
        _reading = new Reading(policy, clock.GetTimestamp());
        return policy;
    }

    /// <summary>Reads the holidays again next time.</summary>
    internal void Forget() => _reading = null;

    private sealed record Reading(SlaPolicy Policy, long Timestamp);
}
