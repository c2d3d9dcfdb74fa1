using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Features.Administration.Staff;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Journeys.Pages;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

public sealed class StaffAccountsJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    private const string Name = "Wayan Sudarma";
    private const string UserName = "wayan.cs";
    private const string OwnPassword = "hujan turun di sawah";

    [Fact]
    public async Task A_new_colleague_signs_in_with_the_one_time_password_chooses_another_and_is_shut_out_when_disabled()
    {
        PortalHost host = UsePortal(Demo.Enabled);
        IPage administrator = await OpenPage(host);
        await administrator.SignInAs(Demo.Account(ActorRole.Administrator));
        await administrator.GotoInteractive(StaffUrls.List);
        string password = await MakeAccountAsync(administrator);

        IPage colleague = await OpenPage(host);
        await colleague.GotoAsync(AccountUrls.SignIn);
        await colleague.GetByLabel(AccountText.UserName, new() { Exact = true }).FillAsync(UserName);
        await colleague.GetByLabel(AccountText.Password, new() { Exact = true }).FillAsync(password);
        await Button(colleague, AccountText.SignInButton).ClickAsync();
        await colleague.ArriveAtAsync($"**{AccountUrls.ChangePassword}");
        await colleague.GetByLabel(AccountText.CurrentPassword, new() { Exact = true }).FillAsync(password);
        await colleague.GetByLabel(AccountText.NewPassword, new() { Exact = true }).FillAsync(OwnPassword);
        await colleague.GetByLabel(AccountText.RepeatPassword, new() { Exact = true }).FillAsync(OwnPassword);
        await Button(colleague, AccountText.ChangePasswordButton).ClickAsync();
        await colleague.GetByRole(AriaRole.Link, new() { Name = AccountText.GoOn }).ClickAsync();
        await Assertions.Expect(colleague.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(Name);

        await administrator.GetByLabel(StaffText.MoreOf.With(Name)).ClickAsync();
        await Button(administrator, StaffText.Disable).ClickAsync();
        await Button(administrator.GetByRole(AriaRole.Dialog), StaffText.Disable).ClickAsync();
        await Assertions.Expect(administrator.GetByRole(AriaRole.Listitem).Filter(new() { HasText = Name }))
            .ToContainTextAsync(StaffText.StateDisabled);

        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await colleague.ReloadAsync();
        await colleague.ArriveAtAsync($"**{AccountUrls.SignIn}**");
    }

    [Fact]
    public async Task A_page_that_is_open_while_the_account_is_disabled_does_nothing_more()
    {
        PortalHost host = UsePortal(Demo.Enabled);
        CaseState state = await new CasesAt(host.Started()).ReceivedAsync();
        StaffDesk desk = await StaffDesk.OpenAsync(await OpenPage(host), ActorRole.CustomerService, state.Number);

        await using (AsyncServiceScope scope = host.Services.CreateAsyncScope())
        {
            StaffDirectory directory = scope.ServiceProvider.GetRequiredService<StaffDirectory>();
            string account = (await directory.ListAsync(CancellationToken.None)).Single(row => row.UserName == Demo.Account(ActorRole.CustomerService).UserName).Id;
            (await directory.SetDisabledAsync("administrator", account, disabled: true)).ShouldBeNull();
        }

        await desk.Page.Locator("[data-work-item=Claim]").ClickAsync();

        await desk.Page.ArriveAtAsync($"**{AccountUrls.SignIn}**");
        (await new CasesAt(host.Services).LoadAsync(state.CaseId)).LiveWorkItem!.AssigneeId.ShouldBeNull();
    }

    [Theory]
    [InlineData(StaffUrls.List)]
    [InlineData("/queues/administration")]
    [InlineData("/queues/supervisor")]
    public async Task A_page_for_another_role_says_so(string address)
    {
        ExpectedProblems.Add("403");
        IPage page = await OpenPage(UsePortal(Demo.Enabled));
        await page.SignInAs(Demo.Account(ActorRole.CustomerService));

        await page.GotoAsync(address);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(LayoutText.StatusForbiddenTitle);
    }

    private static async Task<string> MakeAccountAsync(IPage page)
    {
        await Button(page, StaffText.New).ClickAsync();
        await page.GetByLabel(StaffText.DisplayName).FillAsync(Name);
        await page.GetByLabel(StaffText.UserName).FillAsync(UserName);
        await page.GetByLabel(RoleNames.Of(ActorRole.CustomerService)).CheckAsync();
        await Button(page, StaffText.Create).ClickAsync();
        string password = await page.GetByRole(AriaRole.Dialog).Locator("code").InnerTextAsync();
        await Button(page, ControlsText.SecretKept).ClickAsync();
        return password;
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Button(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
