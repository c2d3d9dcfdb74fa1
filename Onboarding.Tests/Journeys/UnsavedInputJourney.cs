using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Features.Administration.Holidays;
using Onboarding.Portal.Features.Administration.RejectionReasons;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Queues;
using Onboarding.Tests.Journeys.Pages;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>What somebody has typed is never lost without a question.</summary>
public sealed class UnsavedInputJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    private const string Typed = "Alasan yang panjang dan belum disimpan.";

    [Fact]
    public async Task A_link_and_the_way_back_ask_first_and_staying_keeps_the_text()
    {
        (IPage page, ILocator text) = await TypeAsync();
        ILocator question = page.GetByRole(AriaRole.Dialog).Filter(new() { HasText = LayoutText.UnsavedText });

        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = HolidaysText.Title }).ClickAsync();
        await StayAsync(question);
        await Assertions.Expect(text).ToHaveValueAsync(Typed);

        await page.EvaluateAsync("() => history.back()");
        await StayAsync(question);
        await Assertions.Expect(text).ToHaveValueAsync(Typed);

        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = HolidaysText.Title }).ClickAsync();
        await question.GetByRole(AriaRole.Button, new() { Name = LayoutText.UnsavedLeave, Exact = true }).ClickAsync();
        await page.ArriveAtAsync($"**{HolidayUrls.List}");
    }

    // Under load the page hears of the first key late: what is followed before that is held until it asks.
    [Fact]
    public async Task A_link_in_the_very_moment_of_the_first_key_asks_as_well()
    {
        (IPage page, ILocator text) = await OpenAsync();
        ILocator question = page.GetByRole(AriaRole.Dialog).Filter(new() { HasText = LayoutText.UnsavedText });

        await text.EvaluateAsync(
            """
            (field, href) => {
              field.focus();
              field.dispatchEvent(new InputEvent("beforeinput", { bubbles: true }));
              field.value = "x";
              field.dispatchEvent(new InputEvent("input", { bubbles: true }));
              document.querySelector(`nav a[href='${href}']`).click();
            }
            """,
            HolidayUrls.List);

        await StayAsync(question);
        await Assertions.Expect(text).ToHaveValueAsync("x");
    }

    [Fact]
    public async Task Another_language_asks_first_and_staying_keeps_the_text()
    {
        (IPage page, ILocator text) = await TypeAsync();
        TaskCompletionSource asked = new();
        page.Dialog += async (_, dialog) =>
        {
            await dialog.DismissAsync();
            asked.SetResult();
        };

        await page.OpenMenu(LayoutText.Preferences);
        await page.GetByRole(AriaRole.Button, new() { Name = LayoutText.LanguageEnglish }).ClickAsync();

        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await Assertions.Expect(text).ToHaveValueAsync(Typed);
    }

    [Fact]
    public async Task A_form_that_was_given_up_or_sent_asks_nothing()
    {
        (IPage page, ILocator text, _) = await OpenKeptAsync();
        await text.PressSequentiallyAsync(Typed);
        await page.Locator($"form[data-form={CaseAction.CancelRegistration}] button[type=submit]").ClickAsync();
        await Assertions.Expect(text).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = QueueText.NavigationCustomerService }).ClickAsync();

        await page.ArriveAtAsync($"**{QueueUrls.Of(ActorRole.CustomerService)}");
    }

    // A form about a case is kept while it is typed: leaving it loses nothing, so nobody is stopped.
    [Fact]
    public async Task What_is_kept_on_the_server_asks_nothing_and_is_there_again()
    {
        (IPage page, ILocator text, string number) = await OpenKeptAsync();
        await text.PressSequentiallyAsync(Typed);

        // In the very moment of the last key: what is on the way is kept first.
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = QueueText.NavigationCustomerService }).ClickAsync();
        await page.ArriveAtAsync($"**{QueueUrls.Of(ActorRole.CustomerService)}");

        await page.GotoInteractive(CaseUrls.Of(number));
        await Assertions.Expect(text).ToHaveValueAsync(Typed);
    }

    // The next question would be taken for the last one while that is still closing.
    private static async Task StayAsync(ILocator question)
    {
        await question.GetByRole(AriaRole.Button, new() { Name = ControlsText.Cancel, Exact = true }).ClickAsync();
        await Assertions.Expect(question).ToHaveCountAsync(0);
    }

    private async Task<(IPage Page, ILocator Text)> TypeAsync()
    {
        (IPage page, ILocator text) = await OpenAsync();
        await text.PressSequentiallyAsync(Typed);
        return (page, text);
    }

    // A form that is kept nowhere.
    private async Task<(IPage Page, ILocator Text)> OpenAsync()
    {
        IPage page = await OpenPage(UsePortal(Demo.Enabled));
        await page.SignInAs(Demo.Account(ActorRole.Administrator));
        await page.GotoInteractive(HolidayUrls.List);
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = RejectionReasonsText.Title }).ClickAsync();
        return (page, page.Locator("#reason-text"));
    }

    // One that is kept while it is typed.
    private async Task<(IPage Page, ILocator Text, string Number)> OpenKeptAsync()
    {
        PortalHost host = UsePortal(Demo.Enabled);
        CaseState state = await new CasesAt(host.Started()).ReceivedAsync();
        IPage page = await OpenPage(host);
        await page.SignInAs(Demo.Account(ActorRole.CustomerService));
        await page.GotoInteractive(CaseUrls.Of(state.Number));
        await new StaffDesk(page).ClaimAsync();
        await page.Locator($"button[data-action={CaseAction.CancelRegistration}]").ClickAsync();
        return (page, page.Locator($"form[data-form={CaseAction.CancelRegistration}] textarea"), state.Number);
    }
}
