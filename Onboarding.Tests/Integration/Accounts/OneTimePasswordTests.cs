using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Accounts;

public sealed class OneTimePasswordTests(DemoPortal demo) : IClassFixture<DemoPortal>, IAsyncLifetime
{
    private const string NewPassword = "empat kata acak sekali";

    private readonly string _userName = $"baru-{Path.GetRandomFileName()}";
    private string _password = "";

    [Fact]
    public async Task Opens_nothing_but_the_page_that_replaces_it()
    {
        using PortalVisitor visitor = new(demo.Host);
        using HttpResponseMessage answer = await visitor.SignInAsync(_userName, _password);
        answer.Headers.Location!.OriginalString.ShouldEndWith(AccountUrls.ChangePassword);

        using HttpResponseMessage elsewhere = await visitor.GetAsync(AccountUrls.StaffHome);

        elsewhere.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        elsewhere.Headers.Location!.OriginalString.ShouldEndWith(AccountUrls.ChangePassword);
    }

    [Fact]
    public async Task Gives_way_to_a_password_of_ones_own()
    {
        using PortalVisitor visitor = new(demo.Host);
        await visitor.SignInAsync(_userName, _password);

        using HttpResponseMessage answer = await ChangeAsync(visitor, _password, NewPassword, NewPassword);

        (await answer.Content.ReadAsStringAsync()).ShouldContain(AccountText.PasswordChangedTitle);
        (await visitor.GetAsync(AccountUrls.StaffHome)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using PortalVisitor other = new(demo.Host);
        (await other.SignInAsync(_userName, _password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await other.SignInAsync(_userName, NewPassword)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("wrong", NewPassword, NewPassword)]
    [InlineData(null, "terlalu", "terlalu")]
    [InlineData(null, "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa")]
    [InlineData(null, NewPassword, "lain sama sekali ini")]
    [InlineData(null, null, null)]
    public async Task Stays_when_the_new_one_is_refused(string? current, string? chosen, string? repeated)
    {
        using PortalVisitor visitor = new(demo.Host);
        await visitor.SignInAsync(_userName, _password);

        using HttpResponseMessage answer = await ChangeAsync(
            visitor, current ?? _password, chosen ?? _password, repeated ?? _password);

        IHtmlDocument page = await PortalVisitor.ReadAsync(answer);
        page.QuerySelector("[role=alert]").ShouldNotBeNull();
        (await visitor.GetAsync(AccountUrls.StaffHome)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public void Is_different_each_time_and_easy_to_read_out()
    {
        string[] passwords = [.. Enumerable.Range(0, 100).Select(_ => OneTimePassword.Create())];

        passwords.Distinct().Count().ShouldBe(passwords.Length);
        string.Concat(passwords).IndexOfAny(['0', 'O', 'o', '1', 'l', 'I']).ShouldBe(-1);
    }

    public async ValueTask InitializeAsync()
    {
        _ = demo.Host.Address;
        await using AsyncServiceScope scope = demo.Host.Services.CreateAsyncScope();
        StaffPasswordAnswer answer = await scope.ServiceProvider.GetRequiredService<StaffDirectory>()
            .CreateAsync(_userName, "Petugas Baru", [ActorRole.CustomerService]);
        _password = answer.Password.ShouldNotBeNull();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Task<HttpResponseMessage> ChangeAsync(PortalVisitor visitor, string current, string chosen, string repeated) =>
        visitor.SendFormAsync(AccountUrls.ChangePassword, ("current", current), ("new", chosen), ("repeated", repeated));
}
