using Bunit;
using Microsoft.EntityFrameworkCore;
using Onboarding.Portal.Features.Administration.Holidays;
using Onboarding.Tests.Components.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Administration;

/// <summary>The administrator types the days that are free.</summary>
public sealed class HolidayFormTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_is_typed_day_first_and_belongs_to_the_year_that_is_shown()
    {
        CoreHost core = await hosts.FreshAsync(DatabaseKind.Sqlite);
        await using CaseBench bench = new(core, Staff.Yusuf);
        string? saved = null;
        IRenderedComponent<HolidayForm> form = bench.Render<HolidayForm>(parameters => parameters
            .Add(one => one.Year, 2027).Add(one => one.OnSaved, name => saved = name));
        await form.Find("#holiday-name").InputAsync(new() { Value = "Hari jadi" });

        foreach (string wrong in new[] { "31/02/2027", "06/12/2026" })
        {
            await form.Find("#holiday-date").ChangeAsync(new() { Value = wrong });
            await form.Find("form").SubmitAsync();
            form.Find("#holiday-date").GetAttribute("aria-invalid").ShouldBe("true");
            saved.ShouldBeNull();
        }

        form.Find("#holiday-date-error").TextContent.ShouldContain("2027");
        await form.Find("#holiday-date").ChangeAsync(new() { Value = "06/12/2027" });
        await form.Find("form").SubmitAsync();

        saved.ShouldBe("Hari jadi");
        (await Database.ReadAsync(core, context => context.Holidays.Where(day => day.Name == "Hari jadi").Select(day => day.Date).SingleAsync(Token)))
            .ShouldBe(new DateOnly(2027, 12, 6));
    }
}
