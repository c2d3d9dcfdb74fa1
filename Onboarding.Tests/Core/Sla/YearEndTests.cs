using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Notifications;
using Onboarding.Core.Queues;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Sla;

/// <summary>
/// Work over the end of the year in an office of each zone: Thursday the 31st of December, a holiday on Friday, a weekend, and Monday the
/// 4th of January. What is reminded, mailed and put aside follows the day and the hours of that office, whatever the date is in UTC.
/// </summary>
public sealed class YearEndTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly DateOnly LastDay = new(2026, 12, 31);
    private static readonly DateOnly NextDay = new(2027, 1, 4);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseProviders(IndonesianTimeZone.Wib)]
    [DatabaseProviders(IndonesianTimeZone.Wita)]
    [DatabaseProviders(IndonesianTimeZone.Wit)]
    public async Task Steps_of_escalation_count_the_hours_of_the_office(DatabaseKind kind, IndonesianTimeZone zone)
    {
        var core = await OfficeAsync(kind, zone);
        Go(core, zone, LastDay, 16);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        (await core.Cases.LoadAsync(state.CaseId)).LiveWorkItem!.DueAt.ShouldBe(At(zone, NextDay, 11));

        foreach (var (day, hour) in new[] { (LastDay, 17), (LastDay, 23), (LastDay.AddDays(1), 10), (NextDay, 0), (NextDay, 9) })
        {
            Go(core, zone, day, hour);
            (await core.Get<TakeEscalationStepsHandler>().HandleAsync(Token)).ShouldBe(0, $"{day} {hour}");
        }

        Go(core, zone, NextDay, 10);
        (await core.Get<TakeEscalationStepsHandler>().HandleAsync(Token)).ShouldBe(1);
        Go(core, zone, NextDay, 11);
        (await core.Get<TakeEscalationStepsHandler>().HandleAsync(Token)).ShouldBe(1);
        (await core.Get<NoticeReader>().ReadAsync(onlyUnread: false, null, 10, Staff.Sari, Token)).Lines.Select(line => line.Kind).ShouldBe([NoticeKind.Late, NoticeKind.DueSoon]);
    }

    [Theory]
    [DatabaseProviders(IndonesianTimeZone.Wib)]
    [DatabaseProviders(IndonesianTimeZone.Wita)]
    [DatabaseProviders(IndonesianTimeZone.Wit)]
    public async Task The_mail_of_the_day_comes_when_that_office_opens_and_not_on_its_holidays(DatabaseKind kind, IndonesianTimeZone zone)
    {
        var core = await OfficeAsync(kind, zone);
        var choices = new Dictionary<NoticeKind, NoticeChoice> { [NoticeKind.Assigned] = new(true, true, NoticeMailing.Daily) };
        (await core.Get<NoticePreferencesHandler>().SaveAsync(new(0, "dewi@contoh.example", Language.Indonesian, false, choices), Staff.Dewi, Token)).ShouldBeDone();
        Go(core, zone, LastDay, 16);
        var state = await core.Cases.InVerificationAsync();
        (await core.Get<WorkItemHandler>().AssignAsync(await core.Cases.LiveWorkItemAsync(state.CaseId), Staff.Dewi, Staff.Maya, Token)).ShouldBeDone();

        foreach (var (day, hour) in new[] { (LastDay, 17), (LastDay.AddDays(1), 8), (LastDay.AddDays(1), 12), (LastDay.AddDays(2), 12), (NextDay, 7) })
        {
            Go(core, zone, day, hour);
            (await core.Get<SendNoticeDigestsHandler>().HandleAsync(Token)).ShouldBe(0, $"{day} {hour}");
        }

        Go(core, zone, NextDay, 8);
        (await core.Get<SendNoticeDigestsHandler>().HandleAsync(Token)).ShouldBe(1);
        (await Database.ReadAsync(core, context => context.NoticeDigests.SingleAsync(Token))).Day.ShouldBe(NextDay);
    }

    [Theory]
    [DatabaseProviders(IndonesianTimeZone.Wib)]
    [DatabaseProviders(IndonesianTimeZone.Wit)]
    public async Task What_is_put_aside_until_the_office_opens_comes_back_then(DatabaseKind kind, IndonesianTimeZone zone)
    {
        var core = await OfficeAsync(kind, zone);
        Go(core, zone, LastDay, 16);
        var state = await core.Cases.ReceivedAsync();
        var opening = (await core.Get<SlaPolicyProvider>().GetAsync(Token)).OpeningOn(LastDay.AddDays(1));
        opening.ShouldBe(At(zone, NextDay, 8));
        (await core.Get<SnoozeWorkItemHandler>().HandleAsync(new(await core.Cases.LiveWorkItemAsync(state.CaseId), opening, "tutup tahun"), Staff.Sari, Token)).ShouldBeDone();

        Go(core, zone, NextDay, 7);
        (await core.Get<WakeSnoozedWorkItemsHandler>().HandleAsync(Token)).ShouldBe(0);
        Go(core, zone, NextDay, 8);
        (await core.Get<WakeSnoozedWorkItemsHandler>().HandleAsync(Token)).ShouldBe(1);
    }

    private Task<CoreHost> OfficeAsync(DatabaseKind kind, IndonesianTimeZone zone) => cores.FreshAsync(kind, services => services.AddSingleton(
        WorkingHours.Every(zone, WorkingHours.Default.Days.Keys, WorkingHours.Default.Days[DayOfWeek.Monday])));

    private static DateTimeOffset At(IndonesianTimeZone zone, DateOnly day, int hour) => new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, 0)), zone.Offset()).ToUniversalTime();

    private static void Go(CoreHost core, IndonesianTimeZone zone, DateOnly day, int hour) => core.Clock.Advance(At(zone, day, hour) - core.Clock.GetUtcNow());
}
