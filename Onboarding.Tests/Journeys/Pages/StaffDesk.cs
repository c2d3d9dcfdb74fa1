using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Stage3Recording;
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

    /// <summary>Makes every check of the form that has not passed, in its order, and types each number and name from the document.</summary>
    /// <param name="file">The case as the core knows it.</param>
    public async Task VerifyAsync(CaseFile file)
    {
        foreach (VerificationLine line in file.Verification.Lines.Where(line => line.IsRequired && line.Result != CheckResult.Passed))
        {
            if (line.Code == CheckCode.BlindReentry)
            {
                await ReenterAsync(line.Key, ReentryFields.ValueOf(file.Data, Enum.Parse<ReentryField>(line.Key.Subject))!);
            }
            else
            {
                await CheckAsync(line.Key, CheckResult.Passed);
            }

            await ExpectStateAsync(line.Key, DomainTexts.Of(CheckResult.Passed));
        }

        await DoAsync(CaseAction.CompleteVerification);
    }

    /// <summary>Records one check of the form.</summary>
    public async Task CheckAsync(CheckKey key, CheckResult result, string evidence = "Dibandingkan dengan dokumen.")
    {
        ILocator form = (await OpenLineAsync(key)).Locator($"form[data-check-form='{key}']");
        await form.GetByLabel(DomainTexts.Of(result), new() { Exact = true }).CheckAsync();
        await form.Locator("textarea[data-write]").FillAsync(evidence);
        await form.Locator("[data-save]").ClickAsync();
    }

    /// <summary>Types a field from the document and compares it.</summary>
    public async Task ReenterAsync(CheckKey key, string typed)
    {
        ILocator form = (await OpenLineAsync(key)).Locator("form[data-reentry-form]");
        await form.Locator("input").FillAsync(typed);
        await form.Locator("[data-save]").ClickAsync();
    }

    /// <summary>Opens a line of the form, unless it is open.</summary>
    public async Task<ILocator> OpenLineAsync(CheckKey key)
    {
        ILocator line = page.Locator($"[data-line='{key}']");
        ILocator head = line.Locator("[data-line-head]");
        if (await head.GetAttributeAsync("aria-expanded") == "false")
        {
            await head.ClickAsync();
            await Assertions.Expect(head).ToHaveAttributeAsync("aria-expanded", "true");
        }

        return line;
    }

    /// <summary>Waits until a line of the form says this.</summary>
    public Task ExpectStateAsync(CheckKey key, string state) =>
        Assertions.Expect(page.Locator($"[data-line='{key}'] [data-line-head]")).ToContainTextAsync(state);

    /// <summary>Confirms the customer record, field by field (stage 3).</summary>
    public async Task RecordCustomerAsync()
    {
        await page.Locator("[data-confirm-same]").ClickAsync();
        foreach (ILocator differing in await page.Locator("tr[data-differs] input[data-field]").AllAsync())
        {
            await differing.CheckAsync();
        }

        await page.Locator("[data-record]").ClickAsync();
        await Assertions.Expect(page.GetByText(RecordingText.RecordedAs)).ToBeVisibleAsync();
    }

    /// <summary>Reads the stored documents back and confirms their storage (stage 3).</summary>
    public async Task ConfirmStorageAsync()
    {
        await page.Locator("[data-verify]").ClickAsync();
        await Assertions.Expect(page.GetByText(DomainTexts.Of(DocumentIntegrity.Intact), new() { Exact = true }).First).ToBeVisibleAsync();
        foreach (StorageItem item in Enum.GetValues<StorageItem>().Where(item => !StorageChecklist.IsProvenBySystem(item)))
        {
            await page.GetByLabel(DomainTexts.Of(item), new() { Exact = true }).CheckAsync();
        }

        await DoAsync(CaseAction.ConfirmStorage);
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
