using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;

namespace Onboarding.Core.Reporting.Wallboards;

/// <summary>What a screen on the wall shows: counts and nothing else, since whoever passes by reads it.</summary>
/// <param name="At">The instant of these figures (UTC).</param>
/// <param name="Now">How things stand.</param>
/// <param name="Today">What happened today.</param>
/// <param name="Week">What happened in the last seven days, today included.</param>
public sealed record Wall(DateTimeOffset At, Standing Now, PeriodFigures Today, PeriodFigures Week);

/// <summary>Reads the figures for whoever holds the link of a screen.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="reader">The figures.</param>
/// <param name="unitOfWork">Notes that the screen is there.</param>
/// <param name="policies">The office's zone.</param>
/// <param name="clock">Clock.</param>
public sealed class WallReader(OnboardingContextFactory contexts, OverviewReader reader, UnitOfWork unitOfWork, SlaPolicyProvider policies, TimeProvider clock)
{
    private const int DaysOfWeek = 7;

    // A screen asks every few seconds, for weeks; that it is there is written down now and then.
    private static readonly TimeSpan SeenPrecision = TimeSpan.FromMinutes(10);

    /// <summary>The figures, or null for a link that leads nowhere: unknown, malformed or revoked, one and the same.</summary>
    public async Task<Wall?> FindAsync(string? token, CancellationToken cancellationToken)
    {
        var hash = AccessToken.Hash(token);
        var now = Instant.Now(clock);
        await using (var context = contexts.CreateDbContext())
        {
            var screen = await context.WallScreens.AsNoTracking().SingleOrDefaultAsync(item => item.TokenHash == hash && item.RevokedAt == null, cancellationToken);
            if (screen is null)
            {
                return null;
            }

            if (screen.SeenAt is not { } seen || now - seen >= SeenPrecision)
            {
                await NoteAsync(screen.Id, now, cancellationToken);
            }
        }

        var today = (await policies.GetAsync(cancellationToken)).DateAt(now);
        var day = await reader.ReadAsync(new(today, today), cancellationToken);
        var week = await reader.ReadAsync(new(today.AddDays(1 - DaysOfWeek), today), cancellationToken);
        return new Wall(day.At, day.Now, day.Period, week.Period);
    }

    private Task<Result<Done>> NoteAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) => unitOfWork.WriteAsync<Done>(
        async scope =>
        {
            await scope.Context.WallScreens.Where(item => item.Id == id).ExecuteUpdateAsync(change => change.SetProperty(item => item.SeenAt, now), cancellationToken);
            return Done.Instance;
        },
        cancellationToken);
}
