using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Tests.Core.Documents;
using Onboarding.Tests.Journeys.Pages;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

public sealed class PublicAccessibility(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_public_pages_have_no_barriers(ColorScheme scheme)
    {
        ExpectedProblems.Add("404");
        PortalHost portal = UsePortal();
        IPage page = await OpenPage(portal, new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new() { Width = 390, Height = 844 } });
        CaseState state = await new CasesAt(portal.Services).ReceivedAsync();
        await using OnboardingContext context = portal.Services.GetRequiredService<OnboardingContextFactory>().CreateDbContext();
        byte[] stored = await context.Cases.Where(item => item.Id == state.CaseId).Select(item => item.ProtectedStatusToken).SingleAsync(TestContext.Current.CancellationToken);
        string token = portal.Services.GetRequiredService<CaseProtection>().OpenToken(state.CaseId, stored);

        foreach (string address in (string[])
            [
                "/", PublicUrls.Privacy, PublicUrls.About, PublicUrls.Registered(token), PublicUrls.Status(token), PublicUrls.Withdraw(token), PublicUrls.Status("none"),
                PublicUrls.Replied, PublicUrls.FeedbackReceived,
            ])
        {
            await page.GotoAsync(address);
            await page.ShouldHaveNoBarriers();
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light, "id")]
    [InlineData(ColorScheme.Dark, "en")]
    public async Task The_form_has_no_barriers_from_the_first_step_to_the_confirmation(ColorScheme scheme, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        PortalHost portal = UsePortal();
        IPage page = await OpenPage(portal, new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new() { Width = 390, Height = 844 } });
        RegistrationPage form = new(page);
        RegistrationInput input = RegistrationInput.From(Registrations.Person(), "INTERNET-RUMAH", Guid.Empty);
        await page.Context.AddCookiesAsync([new Cookie { Name = "onboarding.language", Value = language, Url = portal.Address.ToString() }]);

        await form.OpenAsync("INTERNET-RUMAH", CustomerKind.Person);
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await page.ShouldHaveNoBarriers();
        await form.NextAsync(nameof(PersonData.FullName));
        await page.GetByRole(AriaRole.Button, new() { Name = IntakeText.Next, Exact = true }).ClickAsync();
        await form.Problems.WaitForAsync();
        await Assertions.Expect(form.Field(nameof(PersonData.FullName))).ToBeFocusedAsync();
        await page.ShouldHaveNoBarriers();
        await form.FillAsync(input, FieldPaths.Identity(input));
        await form.NextAsync(nameof(ApplicantData.Phone));
        await page.ShouldHaveNoBarriers();
        await form.FillAsync(input, FieldPaths.Contact(input));
        await form.NextAsync(FieldPaths.Documents(input)[0]);
        await page.ShouldHaveNoBarriers();
        await form.UploadAsync(DocumentKind.IdentityCard, "ktp.jpg", TestFiles.Jpeg());
        await page.ShouldHaveNoBarriers();
        await form.NextAsync(FieldPaths.Consent);
        await page.ShouldHaveNoBarriers();
        await page.GetByText(PublicText.ContinueLater).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = PublicText.Submit }).ClickAsync();
        await form.Problems.WaitForAsync();
        await page.ShouldHaveNoBarriers();
        await form.Field(FieldPaths.Consent).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = PublicText.Submit }).ClickAsync();
        await page.ArriveAtAsync("**/registered/**");
        await page.ShouldHaveNoBarriers();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_staffs_form_has_no_barriers(ColorScheme scheme)
    {
        IPage page = await OpenPage(UsePortal(Demo.Enabled), new BrowserNewContextOptions { ColorScheme = scheme });
        await page.SignInAs(Demo.Account(ActorRole.CustomerService));

        await page.GotoInteractive(IntakeUrls.New);
        await page.Locator($"input[name=kind][value={CustomerKind.Business}]").CheckAsync();
        await page.Locator("input[name=product][value=INTERNET-BISNIS]").CheckAsync();
        await page.Locator($"#{FieldPaths.InputId(nameof(BusinessData.Nib))}").WaitForAsync();
        await page.ShouldHaveNoBarriers();
        await page.GotoInteractive(IntakeUrls.Drafts);
        await page.ShouldHaveNoBarriers();
    }
}
