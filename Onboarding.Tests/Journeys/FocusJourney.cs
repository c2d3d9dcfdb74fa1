using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Queues;
using Onboarding.Tests.Journeys.Pages;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>Whoever works by keyboard goes on where they are: the focus never falls to the top of the page.</summary>
public sealed class FocusJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Taking_and_giving_back_in_a_queue_leaves_the_focus_in_the_row(bool byKeyboard)
    {
        PortalHost host = UsePortal(Demo.Enabled);
        CaseState state = await new CasesAt(host.Started()).ReceivedAsync();
        IPage page = await OpenPage(host);
        await page.SignInAs(Demo.Account(ActorRole.CustomerService));
        await page.GotoInteractive(QueueUrls.Of(ActorRole.CustomerService));
        ILocator row = page.Locator($"[data-queue-row='{state.Number}']");

        await PressAsync(row.Locator("[data-claim]"), byKeyboard);
        await Assertions.Expect(row.Locator("[data-release]")).ToBeVisibleAsync();
        await Assertions.Expect(row.Locator("[data-open]")).ToBeFocusedAsync();

        await PressAsync(row.Locator("[data-release]"), byKeyboard);
        await Assertions.Expect(row.Locator("[data-claim]")).ToBeVisibleAsync();
        await Assertions.Expect(row.Locator("[data-open]")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_closed_dialog_leads_back_to_the_button_that_opened_it()
    {
        PortalHost host = UsePortal(Demo.Enabled);
        CaseState state = await new CasesAt(host.Started()).AwaitingApprovalAsync();
        IPage page = await OpenPage(host);
        await page.SignInAs(Demo.Account(ActorRole.Supervisor));
        await page.GotoInteractive(QueueUrls.Of(ActorRole.Supervisor));
        ILocator button = page.Locator($"[data-queue-row='{state.Number}'] [data-assign]");

        await PressAsync(button, byKeyboard: true);
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.ShouldHaveNoBarriers();
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(button).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_case_the_focus_stays_with_the_actions(bool byKeyboard)
    {
        PortalHost host = UsePortal(Demo.Enabled);
        CaseState state = await new CasesAt(host.Started()).ReceivedAsync();
        StaffDesk desk = await StaffDesk.OpenAsync(await OpenPage(host), ActorRole.CustomerService, state.Number);
        ILocator focused = desk.Page.Locator("[data-focus-home]:focus, [data-focus-home] :focus");

        await PressAsync(desk.Page.Locator("[data-work-item=Claim]"), byKeyboard);
        await Assertions.Expect(desk.Page.Locator("[data-work-item=Release]")).ToBeVisibleAsync();
        await Assertions.Expect(focused).ToHaveCountAsync(1);

        ILocator cancel = desk.Page.Locator($"button[data-action={CaseAction.CancelRegistration}]");
        await PressAsync(cancel, byKeyboard);
        ILocator form = desk.Page.Locator($"form[data-form={CaseAction.CancelRegistration}]");
        await Assertions.Expect(form.Locator("textarea")).ToBeFocusedAsync();
        await PressAsync(form.GetByRole(AriaRole.Button).First, byKeyboard);
        await Assertions.Expect(cancel).ToBeFocusedAsync();

        await PressAsync(desk.Page.Locator("[data-work-item=Release]"), byKeyboard);
        await Assertions.Expect(desk.Page.Locator("[data-work-item=Claim]")).ToBeVisibleAsync();
        await Assertions.Expect(focused).ToHaveCountAsync(1);
    }

    private static Task PressAsync(ILocator button, bool byKeyboard) => byKeyboard ? button.PressAsync("Enter") : button.ClickAsync();
}
