using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Sla;

public sealed class HolidayTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    [Theory, DatabaseProviders]
    public async Task A_new_day_never_overwrites_one_that_is_there(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var handler = core.Get<HolidayHandler>();
        EditHoliday newYear = new(new DateOnly(2026, 1, 1), "Tutup", HolidayKind.CompanyClosure, null);
        var before = await handler.ListAsync(2026, TestContext.Current.CancellationToken);

        var error = (await handler.SaveAsync(newYear, Staff.Yusuf, TestContext.Current.CancellationToken)).Refusal.ShouldBeOfType<Invalid>().Errors.ShouldHaveSingleItem();

        (error.Field, error.Problem).ShouldBe((nameof(EditHoliday.Date), InputProblem.AlreadyThere));
        (await handler.ListAsync(2026, TestContext.Current.CancellationToken)).Select(day => day.Name).ShouldBe(before.Select(day => day.Name));
        (await handler.SaveAsync(newYear with { SeenVersion = 1 }, Staff.Yusuf, TestContext.Current.CancellationToken)).ShouldBeDone();
    }

    [Theory, DatabaseProviders]
    public async Task A_day_that_somebody_else_changed_or_removed_meanwhile_is_not_overwritten(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var handler = core.Get<HolidayHandler>();
        EditHoliday edit = new(new DateOnly(2026, 1, 1), "Tahun Baru", HolidayKind.NationalHoliday, null, SeenVersion: 1);
        (await handler.SaveAsync(edit, Staff.Yusuf, TestContext.Current.CancellationToken)).ShouldBeDone();

        (await handler.SaveAsync(edit with { Name = "Lain" }, Staff.Yusuf, TestContext.Current.CancellationToken)).ShouldBeRefused(RefusalCode.VersionConflict);

        (await handler.ListAsync(2026, TestContext.Current.CancellationToken))[0].Name.ShouldBe("Tahun Baru");
        (await handler.RemoveAsync(edit.Date, 1, Staff.Yusuf, TestContext.Current.CancellationToken)).ShouldBeRefused(RefusalCode.VersionConflict);
        (await handler.RemoveAsync(edit.Date, 2, Staff.Yusuf, TestContext.Current.CancellationToken)).ShouldBeDone();
        (await handler.SaveAsync(edit with { SeenVersion = 2 }, Staff.Yusuf, TestContext.Current.CancellationToken)).ShouldBeRefused(RefusalCode.VersionConflict);
    }

    [Theory]
    [InlineData(2026, HolidayKind.NationalHoliday, "01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 06-16 08-17 08-25 12-25")]
    [InlineData(2026, HolidayKind.CollectiveLeave, "02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24")]
    [InlineData(2027, HolidayKind.NationalHoliday, "01-01 01-05 02-06 03-08 03-10 03-11 03-26 03-28 05-01 05-06 05-17 05-20 06-01 06-06 08-15 08-17 12-25 12-26")]
    [InlineData(2027, HolidayKind.CollectiveLeave, "02-05 03-09 03-12 03-15 03-25 05-18 05-19 12-24")]
    public void Lists_the_days_of_the_decree(int year, HolidayKind kind, string days) =>
        IndonesianHolidays.Create().Where(holiday => holiday.Date.Year == year && holiday.Kind == kind)
            .Select(holiday => holiday.Date.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(days.Split(' '));

    [Fact]
    public void Lists_every_day_once_with_name_and_decree()
    {
        var holidays = IndonesianHolidays.Create();

        holidays.Select(holiday => holiday.Date).ShouldBeUnique();
        holidays.ShouldAllBe(holiday => holiday.Name.Length > 0 && holiday.Decree != null);
        holidays.ShouldAllBe(holiday => (holiday.Kind == HolidayKind.CollectiveLeave) == holiday.Name.StartsWith("Cuti bersama", StringComparison.Ordinal));
    }

    [Fact]
    public void Keeps_texts_without_outer_spaces_and_an_empty_decree_as_none()
    {
        var holiday = Holiday.Create(new DateOnly(2026, 12, 31), " Tutup buku ", HolidayKind.CompanyClosure, " ");

        (holiday.Name, holiday.Decree).ShouldBe(("Tutup buku", null));
    }

    [Fact]
    public void Changes_everything_but_the_date()
    {
        var holiday = Holiday.Create(new DateOnly(2026, 12, 31), "Tutup buku", HolidayKind.CompanyClosure);

        holiday.Change("Cuti bersama akhir tahun", HolidayKind.CollectiveLeave, "SKB perubahan");

        (holiday.Date, holiday.Name, holiday.Kind, holiday.Decree)
            .ShouldBe((new DateOnly(2026, 12, 31), "Cuti bersama akhir tahun", HolidayKind.CollectiveLeave, "SKB perubahan"));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("   ", null)]
    [InlineData("too long", null)]
    [InlineData("Libur", "too long")]
    public void Refuses_texts_that_cannot_be_stored(string name, string? decree)
    {
        var longText = new string('x', 201);

        Should.Throw<ArgumentException>(() => Holiday.Create(
            new DateOnly(2026, 12, 31),
            name == "too long" ? longText : name,
            HolidayKind.CompanyClosure,
            decree is null ? null : longText));
    }
}
