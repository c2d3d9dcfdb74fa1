using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>The rules of now: what administrators set, read again when it changes or after a minute.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="sources">The external sources.</param>
/// <param name="hash">Keyed hashes.</param>
/// <param name="clock">Clock.</param>
public sealed class VerificationRulesProvider(OnboardingContextFactory contexts, VerificationSources sources, KeyedHash hash, TimeProvider clock)
{
    // Another node may have changed the settings; a minute is soon enough for what is required.
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private volatile Reading? _reading;

    /// <summary>The rules.</summary>
    public async Task<VerificationRules> GetAsync(CancellationToken cancellationToken)
    {
        var reading = _reading;
        if (reading is not null && clock.GetElapsedTime(reading.Timestamp) < Freshness)
        {
            return reading.Rules;
        }

        await using var context = contexts.CreateDbContext();
        var needs = await context.ProductChecks.AsNoTracking().ToDictionaryAsync(item => (item.ProductCode, item.Kind, item.Code), item => item.Need, cancellationToken);
        var rules = new VerificationRules(needs, sources.Infos, hash);
        _reading = new Reading(rules, clock.GetTimestamp());
        return rules;
    }

    /// <summary>Reads the settings again next time.</summary>
    internal void Forget() => _reading = null;

    private sealed record Reading(VerificationRules Rules, long Timestamp);
}
