using System.Net;
using Microsoft.Extensions.Configuration;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Accounts;

public sealed class DemoModeTests
{
    [Fact]
    public async Task Lists_its_accounts_on_the_sign_in_page()
    {
        await using PortalHost host = new(Demo.Enabled);
        using PortalVisitor visitor = new(host);

        string page = (await visitor.ReadAsync(AccountUrls.SignIn)).Body!.TextContent;

        page.ShouldContain(DemoAccounts.Password);
        foreach (DemoAccount account in DemoAccounts.All)
        {
            page.ShouldContain(account.DisplayName);
        }
    }

    [Fact]
    public async Task Shows_and_makes_no_account_when_it_is_off()
    {
        await using PortalHost host = new();
        using PortalVisitor visitor = new(host);

        (await visitor.ReadAsync(AccountUrls.SignIn)).Body!.TextContent.ShouldNotContain(DemoAccounts.Password);
        foreach (DemoAccount account in DemoAccounts.All)
        {
            (await visitor.SignInAsync(account.UserName, DemoAccounts.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Leaves_accounts_behind_that_cannot_sign_in_and_sessions_that_end()
    {
        using TemporaryFolder data = new();
        (string, string) folder = ("Data:Folder", data.Path);
        DemoAccount account = DemoAccounts.All[0];
        CookieCollection cookies;
        await using (PortalHost demo = new(folder, Demo.Enabled))
        {
            using PortalVisitor visitor = new(demo);
            (await visitor.SignInAsync(account.UserName, DemoAccounts.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            cookies = visitor.Cookies.GetCookies(demo.Address);
        }

        await using PortalHost real = new(folder);
        using PortalVisitor again = new(real);
        (await again.SignInAsync(account.UserName, DemoAccounts.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);

        // A session is checked once a minute.
        using PortalVisitor old = new(real);
        old.Cookies.Add(real.Address, cookies);
        real.Clock.Advance(TimeSpan.FromMinutes(2));
        (await old.GetAsync(AccountUrls.StaffHome)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("urls", "http://0.0.0.0:5080")]
    [InlineData("urls", "http://*:5080")]
    [InlineData("urls", "http://127.0.0.1:5080;http://192.168.1.10:5080")]
    [InlineData("urls", "http://[::]:5080")]
    [InlineData("urls", "https://portal.example:443")]
    [InlineData("http_ports", "8080")]
    [InlineData("Kestrel:Endpoints:Web:Url", "http://0.0.0.0:80")]
    public void Refuses_to_be_reached_from_other_machines(string key, string value)
    {
        IConfiguration configuration = Settings(("Demo:Enabled", "true"), (key, value));

        Should.Throw<StartupRefusedException>(() => DemoMode.From(configuration)).Message.ShouldContain("Demo:AllowRemote");
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://[::1]:5080;http://127.0.0.1:0")]
    [InlineData("http://unix:/run/portal.sock")]
    public void Accepts_addresses_of_this_machine(string urls) =>
        DemoMode.From(Settings(("Demo:Enabled", "true"), ("urls", urls))).IsEnabled.ShouldBeTrue();

    [Fact]
    public void Can_be_opened_to_others_on_purpose() =>
        DemoMode.From(Settings(("Demo:Enabled", "true"), ("Demo:AllowRemote", "true"), ("urls", "http://*:5080"))).IsEnabled.ShouldBeTrue();

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)))
            .Build();
}
