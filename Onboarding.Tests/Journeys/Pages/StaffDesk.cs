using Microsoft.Playwright;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys.Pages;

/// <summary>One member of staff at the page of a case.</summary>
internal sealed class StaffDesk(IPage page)
{
    /// <summary>The page itself.</summary>
    public IPage Page => page;

    /// <summary>Signs in as the first demo account of a role and opens the case.</summary>
    public static async Task<StaffDesk> OpenAsync(IPage page, ActorRole role, string number)
    {
        await page.SignInAs(Demo.Account(role));
        await page.GotoInteractive(CaseUrls.Of(number));
        return new StaffDesk(page);
    }

    /// <summary>Takes the work item.</summary>
    public async Task ClaimAsync()
    {
        await page.Locator("[data-work-item=Claim]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-work-item=Release]")).ToBeVisibleAsync();
    }

    /// <summary>Opens an action's form, fills what it asks for and sends it; the form goes when the action is done.</summary>
    public async Task DoAsync(CaseAction action, string? text = null)
    {
        await page.Locator($"button[data-action={action}]").ClickAsync();
        ILocator form = page.Locator($"form[data-form={action}]");
        if (text is not null)
        {
            await form.Locator("textarea").FillAsync(text);
        }

        await form.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(form).ToHaveCountAsync(0);
    }
}
