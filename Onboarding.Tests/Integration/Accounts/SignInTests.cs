using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Accounts;

public sealed class SignInTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const int TriesBeforeLockout = 5;

    [Fact]
    public async Task Leads_to_the_staff_pages_with_the_right_password()
    {
        using PortalVisitor visitor = new(demo.Host);

        using HttpResponseMessage answer = await SignInAsync(visitor, ActorRole.CustomerService);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldEndWith(QueueUrls.Of(ActorRole.CustomerService));
        (await visitor.GetAsync(AccountUrls.StaffHome)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Keeps_the_session_out_of_reach_of_script()
    {
        using PortalVisitor visitor = new(demo.Host);

        using HttpResponseMessage answer = await SignInAsync(visitor, ActorRole.CustomerService);

        string cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("onboarding.session=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    public async Task Never_leads_to_another_site(string returnUrl)
    {
        using PortalVisitor visitor = new(demo.Host);
        DemoAccount account = Demo.Account(ActorRole.CustomerService);

        using HttpResponseMessage answer = await visitor.SignInAsync(
            account.UserName, DemoAccounts.Password, $"{AccountUrls.SignIn}?returnUrl={Uri.EscapeDataString(returnUrl)}");

        new Uri(demo.Host.Address, answer.Headers.Location!).ShouldBe(new Uri(demo.Host.Address, QueueUrls.Of(ActorRole.CustomerService)));
    }

    [Fact]
    public async Task Leads_back_to_the_page_that_was_asked_for()
    {
        using PortalVisitor visitor = new(demo.Host);
        using HttpResponseMessage turnedAway = await visitor.GetAsync("/administration/staff?page=2");
        turnedAway.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using HttpResponseMessage answer = await visitor.SignInAsync(
            Demo.Account(ActorRole.Administrator).UserName, DemoAccounts.Password, turnedAway.Headers.Location!.PathAndQuery);

        answer.Headers.Location!.OriginalString.ShouldEndWith("/administration/staff?page=2");
    }

    [Fact]
    public async Task Says_the_same_for_a_wrong_name_a_wrong_password_a_locked_and_a_disabled_account()
    {
        string locked = Demo.Account(ActorRole.Compliance).UserName;
        string disabled = Demo.Account(ActorRole.InformationTechnology).UserName;
        await LockAsync(locked);
        await DisableAsync(disabled);

        string[] pages =
        [
            await RefusalAsync("nobody", DemoAccounts.Password),
            await RefusalAsync(Demo.Account(ActorRole.CustomerService).UserName, "not the password"),
            await RefusalAsync(locked, DemoAccounts.Password),
            await RefusalAsync(disabled, DemoAccounts.Password),
            await RefusalAsync(new string('a', 200), DemoAccounts.Password),
        ];

        pages.Distinct().ShouldHaveSingleItem().ShouldContain(AccountText.SignInRefused);
    }

    [Fact]
    public async Task Locks_an_account_after_five_wrong_passwords_and_even_the_right_one_is_refused()
    {
        string userName = Demo.Account(ActorRole.Supervisor).UserName;

        await LockAsync(userName);

        using PortalVisitor visitor = new(demo.Host);
        using HttpResponseMessage answer = await visitor.SignInAsync(userName, DemoAccounts.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Never_sends_a_password_back()
    {
        using PortalVisitor visitor = new(demo.Host);

        using HttpResponseMessage answer = await visitor.SignInAsync("sari.cs", "a secret nobody may see");

        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("a secret nobody may see");
    }

    [Fact]
    public async Task Signs_out_with_the_form_and_not_with_a_forged_post()
    {
        using PortalVisitor visitor = new(demo.Host);
        await SignInAsync(visitor, ActorRole.Administration);

        using HttpResponseMessage forged = await visitor.PostAsync(AccountUrls.SignOut, new Dictionary<string, string>());
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.GetAsync(AccountUrls.StaffHome)).StatusCode.ShouldBe(HttpStatusCode.OK);

        IHtmlDocument page = await visitor.ReadAsync(AccountUrls.ChangePassword);
        IHtmlFormElement form = page.QuerySelectorAll("form").OfType<IHtmlFormElement>()
            .Single(form => form.GetAttribute("action") == AccountUrls.SignOut);
        using HttpResponseMessage real = await visitor.PostAsync(AccountUrls.SignOut, form.Elements.OfType<IHtmlInputElement>()
            .ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal));

        real.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.GetAsync(AccountUrls.StaffHome)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Tells_an_open_page_whether_its_browser_is_still_signed_in()
    {
        using PortalVisitor visitor = new(demo.Host);
        (await visitor.GetAsync(AccountUrls.Session)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await SignInAsync(visitor, ActorRole.CustomerService);

        (await visitor.GetAsync(AccountUrls.Session)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private static Task<HttpResponseMessage> SignInAsync(PortalVisitor visitor, ActorRole role) =>
        visitor.SignInAsync(Demo.Account(role).UserName, DemoAccounts.Password);

    private async Task LockAsync(string userName)
    {
        using PortalVisitor visitor = new(demo.Host);
        for (int attempt = 0; attempt < TriesBeforeLockout; attempt++)
        {
            using HttpResponseMessage answer = await visitor.SignInAsync(userName, "not the password");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    private async Task DisableAsync(string userName)
    {
        await using AsyncServiceScope scope = demo.Host.Services.CreateAsyncScope();
        StaffDirectory directory = scope.ServiceProvider.GetRequiredService<StaffDirectory>();
        StaffRow row = (await directory.ListAsync(CancellationToken.None)).Single(row => row.UserName == userName);
        (await directory.SetDisabledAsync("test", row.Id, disabled: true)).ShouldBeNull();
    }

    // The page without what differs by itself: the form's token and what was typed as the name.
    private async Task<string> RefusalAsync(string userName, string password)
    {
        using PortalVisitor visitor = new(demo.Host);
        using HttpResponseMessage answer = await visitor.SignInAsync(userName, password);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        IHtmlDocument page = await PortalVisitor.ReadAsync(answer);
        foreach (IHtmlInputElement input in page.QuerySelectorAll("input").OfType<IHtmlInputElement>())
        {
            input.RemoveAttribute("value");
        }

        return page.QuerySelector("main")!.InnerHtml;
    }
}
