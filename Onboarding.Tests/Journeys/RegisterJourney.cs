using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Customers;
using Onboarding.Tests.Journeys.Pages;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>A verified case becomes a customer, who is found, corrected, merged with an earlier record and separated again.</summary>
public sealed class RegisterJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Administrasi_records_finds_corrects_merges_and_separates_a_customer()
    {
        PortalHost host = UsePortal(Demo.Enabled);
        CasesAt cases = new(host.Started());
        PersonData earlier = Registrations.Person(9701);
        string other = await NumberAsync(host, (await cases.ActiveAsync(earlier)).CaseId);
        CaseState state = await cases.VerifiedAsync(Registrations.Person(9702));
        StaffDesk desk = await StaffDesk.OpenAsync(await OpenPage(host), ActorRole.Administration, state.Number);
        IPage page = desk.Page;
        await desk.ClaimAsync();
        await desk.RecordCustomerAsync();
        string number = await NumberAsync(host, state.CaseId);

        // The keys: to the search, and from the list to the customer.
        await page.GotoInteractive(CustomerUrls.List);
        await page.Locator("html[data-register-keys=ready]").WaitForAsync();
        await page.ShouldHaveNoBarriers();
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync(Registrations.Person(9702).FullName.ToLowerInvariant());
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-customer-row]")).ToHaveCountAsync(1);
        await page.Locator("h1").First.FocusAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAtAsync($"**{CustomerUrls.Of(number)}");
        await Assertions.Expect(page.Locator("[data-value=Nik]")).ToContainTextAsync($"****{Registrations.Person(9702).Nik![^4..]}");
        await page.ShouldHaveNoBarriers();

        await page.Locator("[data-edit]").ClickAsync();
        await page.Locator("#field-Email").FillAsync("baru9702@contoh.example");
        await page.Locator("#customer-reason").FillAsync("Pelanggan mengganti alamat email.");
        await page.Locator("form[data-form=customer] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-changed=Email] ins")).ToHaveTextAsync("baru9702@contoh.example");

        await page.GetByRole(AriaRole.Link, new() { Name = CustomerText.Merge, Exact = true }).ClickAsync();
        await page.Locator("#merge-other").FillAsync(other);
        await page.GetByRole(AriaRole.Button, new() { Name = CustomerText.Compare }).ClickAsync();
        await page.Locator("tr[data-field=Phone] input[value=merged]").CheckAsync();
        await page.ShouldHaveNoBarriers();
        await page.Locator("#merge-reason").FillAsync("Orang yang sama.");
        await page.Locator("[data-merge-now]").ClickAsync();
        await Assertions.Expect(page.Locator($"[data-merge='{other}']")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-value=Phone]")).ToContainTextAsync(earlier.Phone);

        // The merged record leads here.
        await page.GotoAsync(CustomerUrls.Of(other));
        await page.ArriveAtAsync($"**{CustomerUrls.Of(number)}?*");
        await Assertions.Expect(page.GetByText(CustomerText.LedOnTitle)).ToBeVisibleAsync();

        await page.Locator("[data-undo]").ClickAsync();
        ILocator dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("Ternyata dua orang.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = CustomerText.Undo, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-undo]")).ToHaveCountAsync(0);
        await page.GotoInteractive(CustomerUrls.Of(other));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(earlier.FullName.ToUpperInvariant());
        await Assertions.Expect(page.GetByText(DomainTexts.Of(CustomerStatus.Active), new() { Exact = true }).First).ToBeVisibleAsync();
    }

    private static async Task<string> NumberAsync(PortalHost host, Guid caseId) =>
        (await host.Services.GetRequiredService<CustomerFiles>().NumberOfCaseAsync(caseId, Staff.Dewi, TestContext.Current.CancellationToken)).ShouldNotBeNull();
}
