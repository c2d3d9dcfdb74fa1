using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Administration.Holidays;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>The administrator keeps the calendar that the SLA clock follows.</summary>
public sealed class HolidaysJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    private static readonly DateOnly Day = new(2027, 12, 31);

    [Fact]
    public async Task A_day_is_added_changed_and_taken_off_and_a_missing_name_is_told_at_its_field()
    {
        PortalHost host = UsePortal(Demo.Enabled);
        IPage page = await OpenPage(host);
        await page.SignInAs(Demo.Account(ActorRole.Administrator));
        await page.GotoInteractive(HolidayUrls.Of(Day.Year));
        ILocator name = page.GetByLabel(HolidaysText.Name, new() { Exact = true });

        await page.GetByLabel(HolidaysText.Date, new() { Exact = true }).FillAsync("2027-12-31");
        await page.GetByRole(AriaRole.Button, new() { Name = HolidaysText.Add }).ClickAsync();
        await Assertions.Expect(page.GetByText(DomainTexts.Of(new FieldError(nameof(EditHoliday.Name), InputProblem.Required)))).ToBeVisibleAsync();

        await name.FillAsync("Hari ulang tahun perusahaan");
        await page.GetByLabel(HolidaysText.Kind, new() { Exact = true }).SelectOptionAsync(nameof(HolidayKind.CompanyClosure));
        await page.GetByRole(AriaRole.Button, new() { Name = HolidaysText.Add }).ClickAsync();
        await page.GetByLabel(HolidaysText.EditNamed.Replace("{0}", "Hari ulang tahun perusahaan", StringComparison.Ordinal)).ClickAsync();
        await Assertions.Expect(name).ToHaveValueAsync("Hari ulang tahun perusahaan");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = HolidaysText.Save, Exact = true })).ToBeVisibleAsync();
        await name.FillAsync("Cuti bersama perusahaan");
        await page.GetByLabel(HolidaysText.Kind, new() { Exact = true }).SelectOptionAsync(nameof(HolidayKind.CollectiveLeave));
        await page.GetByRole(AriaRole.Button, new() { Name = HolidaysText.Save, Exact = true }).ClickAsync();
        ILocator remove = page.GetByLabel(HolidaysText.RemoveNamed.Replace("{0}", "Cuti bersama perusahaan", StringComparison.Ordinal));
        await Assertions.Expect(remove).ToBeVisibleAsync();
        (await ListAsync(host)).ShouldHaveSingleItem().Kind.ShouldBe(HolidayKind.CollectiveLeave);

        await remove.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = HolidaysText.Remove, Exact = true }).ClickAsync();
        await Assertions.Expect(remove).ToHaveCountAsync(0);
        (await ListAsync(host)).ShouldBeEmpty();
        await page.GotoInteractive(HolidayUrls.Of(2026));
        await Assertions.Expect(page.GetByText(HolidaysText.ListTitle.Replace("{0}", "2026", StringComparison.Ordinal))).ToBeVisibleAsync();
        await page.ShouldHaveNoBarriers();
    }

    private static async Task<IReadOnlyList<Holiday>> ListAsync(PortalHost host)
    {
        IReadOnlyList<Holiday> year = await host.Services.GetRequiredService<HolidayHandler>().ListAsync(Day.Year, TestContext.Current.CancellationToken);
        return [.. year.Where(holiday => holiday.Date == Day)];
    }
}
