using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Sla;

/// <summary>A day of the calendar as an administrator enters it.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">Its name; required.</param>
/// <param name="Kind">Why it is free.</param>
/// <param name="Decree">The decree, or null.</param>
/// <param name="SeenVersion">The version that the editor read, 0 for a day that is added: somebody else's newer one is not overwritten.</param>
public sealed record EditHoliday(DateOnly Date, string Name, HolidayKind Kind, string? Decree, int SeenVersion = 0);

/// <summary>Lists, adds, changes and removes holidays. Due times that were set before stay as they were promised.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="sla">Reads the calendar again afterwards.</param>
/// <param name="clock">Clock.</param>
public sealed class HolidayHandler(UnitOfWork unitOfWork, OnboardingContextFactory contexts, SlaPolicyProvider sla, TimeProvider clock) : IUseCase
{
    /// <summary>The holidays of a year, in their order.</summary>
    public async Task<IReadOnlyList<Holiday>> ListAsync(int year, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return await context.Holidays.AsNoTracking()
            .Where(holiday => holiday.Date >= first && holiday.Date <= last)
            .OrderBy(holiday => holiday.Date)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Adds the day, or changes it when it still is as the editor read it.</summary>
    public Task<Result<Done>> SaveAsync(EditHoliday command, Actor actor, CancellationToken cancellationToken) =>
        WriteAsync("Holiday.Save", command.Date, actor, async scope =>
        {
            if (Validate(command) is { } invalid)
            {
                return invalid;
            }

            var known = await scope.Context.Holidays.FindAsync([command.Date], cancellationToken);
            if (known is not null && command.SeenVersion == 0)
            {
                return new Invalid(nameof(EditHoliday.Date), InputProblem.AlreadyThere);
            }

            // Also a day that somebody has removed meanwhile is not what the editor read.
            if ((known?.Version ?? 0) != command.SeenVersion)
            {
                return new Conflict(RefusalCode.VersionConflict);
            }

            if (known is null)
            {
                scope.Context.Holidays.Add(Holiday.Create(command.Date, command.Name, command.Kind, command.Decree));
            }
            else
            {
                known.Change(command.Name, command.Kind, command.Decree);
            }

            return null;
        }, cancellationToken);

    /// <summary>Removes the day, when it still is as the editor read it.</summary>
    /// <param name="date">The day.</param>
    /// <param name="seenVersion">The version that was read: what somebody else wrote meanwhile is not removed unseen.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<Result<Done>> RemoveAsync(DateOnly date, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        WriteAsync("Holiday.Remove", date, actor, async scope =>
        {
            var known = await scope.Context.Holidays.FindAsync([date], cancellationToken);
            if (known is null)
            {
                return new NotFound(RefusalCode.RecordNotFound);
            }

            if (known.Version != seenVersion)
            {
                return new Conflict(RefusalCode.VersionConflict);
            }

            scope.Context.Holidays.Remove(known);
            return null;
        }, cancellationToken);

    private static Invalid? Validate(EditHoliday command)
    {
        if (string.IsNullOrWhiteSpace(command.Name))
        {
            return new Invalid(nameof(EditHoliday.Name), InputProblem.Required);
        }

        if (command.Name.Trim().Length > Holiday.NameMaxLength)
        {
            return new Invalid(nameof(EditHoliday.Name), InputProblem.TooLong, $"{Holiday.NameMaxLength}");
        }

        if (command.Decree?.Trim().Length > Holiday.DecreeMaxLength)
        {
            return new Invalid(nameof(EditHoliday.Decree), InputProblem.TooLong, $"{Holiday.DecreeMaxLength}");
        }

        return Enum.IsDefined(command.Kind) ? null : new Invalid(nameof(EditHoliday.Kind), InputProblem.UnknownChoice);
    }

    private async Task<Result<Done>> WriteAsync(
        string action, DateOnly date, Actor actor, Func<WriteScope, Task<Refusal?>> change, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.Administrator))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        var result = await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                if (await change(scope) is { } refusal)
                {
                    return refusal;
                }

                var entry = new AuditEntry(action) { Details = $$"""{"date":"{{date:yyyy-MM-dd}}"}""" };
                await scope.RecordAsync(entry, actor, SequentialId.New(clock), Instant.Now(clock), cancellationToken);
                return Done.Instance;
            },
            cancellationToken);
        sla.Forget();
        return result;
    }
}
