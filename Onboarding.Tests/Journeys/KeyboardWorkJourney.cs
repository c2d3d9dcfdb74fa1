using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Features.Queues.Work;
using Onboarding.Portal.Hosting;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>A case worked from the queue to the next stage, and many rows handled at once, without touching the mouse.</summary>
public sealed class KeyboardWorkJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    // Each key waits for what it did; on a busy machine that may take its time.
    private const float Patience = 30_000;

    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = Patience };

    private static readonly LocatorAssertionsToHaveCountOptions Counted = new() { Timeout = Patience };

    [Fact]
    public async Task From_take_next_to_done_by_keys_alone()
    {
        PortalHost portal = UsePortal(Demo.Enabled);
        CasesAt cases = new(portal.Started());
        CaseState first = await cases.ReceivedAsync();
        IPage page = await OpenPage(portal);
        await page.SignInAs(Demo.Account(ActorRole.CustomerService));
        await page.GotoInteractive(QueueUrls.Of(ActorRole.CustomerService));
        await Assertions.Expect(page.Locator("[data-take-next][data-key=n]")).ToBeVisibleAsync(Patient);

        await page.Keyboard.PressAsync("n");
        await page.ArriveAtAsync($"**{CaseUrls.Of(first.Number)}", 2 * Patience);
        await Assertions.Expect(page.Locator("[data-work-item=Release]")).ToBeVisibleAsync(Patient);

        await TabTo(page, page.GetByLabel(DomainTexts.Of(ChecklistItem.ProductExplained), new() { Exact = true }));
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator($"button[data-action={CaseAction.CompleteIntake}]")).ToBeVisibleAsync(Patient);

        // The palette finds what the page offers by its words.
        await AskPalette(page, DomainTexts.Of(CaseAction.CompleteIntake));
        await Assertions.Expect(page.Locator("[data-palette-list] > li")).ToHaveCountAsync(1, Counted);
        await page.ShouldHaveNoBarriers();
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, page.Locator($"form[data-form={CaseAction.CompleteIntake}] button[type=submit]"));
        await page.Keyboard.PressAsync("Enter");

        // Done here: the next is one key away, and when there is none that is said.
        await Assertions.Expect(page.Locator("main [data-take-next]")).ToBeVisibleAsync(Patient);
        (await cases.LoadAsync(first.CaseId)).Status.ShouldBe(CaseStatus.InVerification);
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.GetByText(DomainTexts.Of(Onboarding.Core.Results.RefusalCode.NoWorkToTake))).ToBeVisibleAsync(Patient);

        // And back to any case by its number.
        await AskPalette(page, LayoutText.StartPage);
        await page.Keyboard.PressAsync("Enter");
        await page.LeaveAsync(new Regex("/cases/", RegexOptions.None, TimeSpan.FromSeconds(1)), 2 * Patience);
        await AskPalette(page, first.Number["ONB-".Length..]);
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAtAsync($"**{CaseUrls.Of(first.Number)}", 2 * Patience);
    }

    [Fact]
    public async Task Many_rows_are_chosen_put_aside_and_brought_back_by_keys_alone()
    {
        PortalHost portal = UsePortal(Demo.Enabled);
        CasesAt cases = new(portal.Started());
        for (int number = 0; number < 3; number++)
        {
            await cases.ReceivedAsync();
        }

        IPage page = await OpenPage(portal);
        await page.SignInAs(Demo.Account(ActorRole.CustomerService));
        await page.GotoInteractive(QueueUrls.Of(ActorRole.CustomerService));
        await Assertions.Expect(page.Locator("html[data-queue-keys]")).ToBeAttachedAsync(new() { Timeout = Patience });
        ILocator bar = page.Locator("[data-selection]");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(bar).ToContainTextAsync(WorkText.Chosen.With(1), new() { Timeout = Patience });
        await page.Keyboard.PressAsync("Shift+J");
        await Assertions.Expect(bar).ToContainTextAsync(WorkText.Chosen.With(2), new() { Timeout = Patience });
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(bar).ToHaveCountAsync(0, Counted);
        await page.Keyboard.PressAsync("*");
        await Assertions.Expect(bar).ToContainTextAsync(WorkText.Chosen.With(3), new() { Timeout = Patience });
        await page.ShouldHaveNoBarriers();

        await page.Keyboard.PressAsync("s");
        await TabTo(page, page.Locator(".rz-dialog textarea"));
        await page.Keyboard.TypeAsync("Menunggu telepon pemohon");
        await page.ShouldHaveNoBarriers();
        await TabTo(page, page.Locator(".rz-dialog button[type=submit]"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-queue-row] [data-aside]")).ToHaveCountAsync(3, Counted);
        await page.ShouldHaveNoBarriers();

        await page.Keyboard.PressAsync("z");
        await Assertions.Expect(page.Locator("[data-queue-row] [data-aside]")).ToHaveCountAsync(0, Counted);

        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByText(WorkText.KeyTakeNext)).ToBeVisibleAsync(Patient);
    }

    // What is typed before the palette is there would go to the page.
    private static async Task AskPalette(IPage page, string text)
    {
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("dialog[data-palette] input")).ToBeFocusedAsync(new() { Timeout = Patience });
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task TabTo(IPage page, ILocator target)
    {
        await Assertions.Expect(target).ToBeVisibleAsync(Patient);
        for (int step = 0; step < 80; step++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException("The keyboard does not reach it.");
    }
}
