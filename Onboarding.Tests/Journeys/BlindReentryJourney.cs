using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Stage2Verification;
using Onboarding.Portal.Hosting;
using Onboarding.Tests.Journeys.Pages;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>Double entry in the browser: nothing to copy from, a mistake, a real difference, and the keys.</summary>
public sealed class BlindReentryJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    private static readonly CheckKey Nik = new(CheckCode.BlindReentry, nameof(ReentryField.Nik));

    [Fact]
    public async Task A_number_is_typed_from_the_document_without_being_seen_and_a_difference_is_shown_character_by_character()
    {
        PortalHost host = UsePortal(Demo.Enabled);
        CasesAt cases = new(host.Started());
        PersonData data = Registrations.Person();
        CaseState state = await cases.InVerificationAsync(data);
        string mistyped = data.Nik![..^1] + (data.Nik[^1] == '9' ? '8' : '9');

        StaffDesk desk = await StaffDesk.OpenAsync(await OpenPage(host), ActorRole.Administration, state.Number);
        IPage page = desk.Page;
        await desk.ClaimAsync();
        string before = await page.ContentAsync();
        before.ShouldNotContain(data.Nik);
        before.ShouldNotContain(data.FullName);
        await Assertions.Expect(page.Locator("[data-edit]")).ToHaveCountAsync(0);

        await desk.ReenterAsync(Nik, mistyped);
        ILocator difference = page.Locator($"[data-reentry-difference={ReentryField.Nik}]");
        await Assertions.Expect(difference.Locator("mark")).ToHaveTextAsync([mistyped[^1..]]);
        (await page.Locator("main").InnerTextAsync()).ShouldNotContain(data.Nik);
        await page.ShouldHaveNoBarriers();

        await difference.Locator($"[data-reentry={ReentryResolution.TypingMistake}]").ClickAsync();
        await Assertions.Expect(difference).ToHaveCountAsync(0);
        (await page.Locator("main").InnerTextAsync()).ShouldNotContain(data.Nik);
        await desk.ReenterAsync(Nik, mistyped);
        await difference.Locator($"[data-reentry={ReentryResolution.RealDifference}]").ClickAsync();
        await desk.ExpectStateAsync(Nik, DomainTexts.Of(CheckResult.Failed));
        await Assertions.Expect(page.Locator($"button[data-action={CaseAction.RecommendRejection}]")).ToBeVisibleAsync();

        await UseTheKeysAsync(desk);

        OnboardingCase owner = await cases.LoadAsync(state.CaseId);
        owner.Reentries.OrderBy(attempt => attempt.Number).Select(attempt => attempt.Resolution)
            .ShouldBe([ReentryResolution.TypingMistake, ReentryResolution.RealDifference]);
        owner.Checks.ShouldContain(check => check.Code == CheckCode.DataMatchesDocument && check.Result == CheckResult.Passed);
    }

    private static async Task UseTheKeysAsync(StaffDesk desk)
    {
        IPage page = desk.Page;
        CheckKey address = new(CheckCode.DataMatchesDocument, nameof(FieldGroup.Address));
        ILocator line = page.Locator($"[data-line='{address}']");
        await page.Locator($"[data-line='{new CheckKey(CheckCode.DataMatchesDocument, nameof(FieldGroup.Identity))}'] [data-line-head]").FocusAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(line.Locator("[data-line-head]")).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(line.Locator($"[data-result={CheckResult.Passed}]")).ToBeCheckedAsync();
        await line.Locator($"[data-evidence={EvidenceKind.ComparedFieldByField}]").CheckAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await desk.ExpectStateAsync(address, DomainTexts.Of(CheckResult.Passed));
        await Assertions.Expect(page.GetByText(VerificationText.Progress.With(1, 8))).ToBeVisibleAsync();
    }
}
