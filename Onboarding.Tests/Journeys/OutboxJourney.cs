using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Administration.Outbox;
using Onboarding.Portal.Features.Demo;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>What has gone out and what has not, as people see it.</summary>
public sealed class OutboxJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_administrator_puts_a_message_that_was_set_aside_back_in_line(ColorScheme scheme)
    {
        PortalHost host = UsePortal(Demo.Enabled, ("Mail:Host", "127.0.0.1"), ("Mail:Port", "1"), ("Mail:StartTls", "false"));
        IPage page = await OpenPage(host, new BrowserNewContextOptions { ColorScheme = scheme });
        await page.SignInAs(Demo.Account(ActorRole.Administrator));
        CaseState state = await new CasesAt(host.Services).ReceivedAsync();
        await SetAsideAsync(host.Services);

        await page.GotoInteractive(OutboxUrls.List);
        ILocator row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = state.Number });
        await Assertions.Expect(row).ToContainTextAsync(OutboxText.SetAside);
        await page.ShouldHaveNoBarriers();
        await row.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(row).ToContainTextAsync(OutboxText.Waiting);
    }

    [Fact]
    public async Task Who_tries_the_demo_reads_the_mail_and_follows_its_link()
    {
        PortalHost host = UsePortal(Demo.Enabled);
        IPage page = await OpenPage(host);
        await page.SignInAs(Demo.Account(ActorRole.CustomerService));
        CaseState state = await new CasesAt(host.Services).ReceivedAsync();
        await MailboxAssertions.EventuallyAsync(async () => (await host.Services.MailsAsync()).Count == 1, "the mail lies in the folder");

        await page.GotoInteractive(DemoUrls.Mail);
        await page.ShouldHaveNoBarriers();
        string? mail = await page.GetByRole(AriaRole.Link).Filter(new() { HasText = state.Number }).GetAttributeAsync("href");
        await page.GotoInteractive(mail.ShouldNotBeNull());
        ILocator link = page.GetByRole(AriaRole.Link).Filter(new() { HasText = "/status/" });
        await link.WaitForAsync();
        await page.ShouldHaveNoBarriers();
        await link.ClickAsync();

        await page.ArriveAtAsync("**/status/**");
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync(state.Number);
    }

    [Fact]
    public async Task Outside_of_demo_mode_there_is_no_page_of_mails()
    {
        PortalHost host = UsePortal();
        using HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };

        using HttpResponseMessage answer = await client.GetAsync(DemoUrls.Mail, TestContext.Current.CancellationToken);

        // Nobody is signed in, so nobody learns more than that.
        ((int)answer.StatusCode).ShouldBeOneOf(302, 404);
    }

    private static async Task SetAsideAsync(IServiceProvider portal)
    {
        OutboxReader reader = portal.GetRequiredService<OutboxReader>();
        OutboxQueue queue = portal.GetRequiredService<OutboxQueue>();
        await MailboxAssertions.EventuallyAsync(
            async () =>
            {
                OutboxRow row = (await reader.ListAsync(1, TestContext.Current.CancellationToken)).Single();
                await queue.FailAsync(
                    new LeasedMessage(row.Id, default, row.Kind, null, row.Attempts, row.NextAttemptAt), "SmtpUnreachable", TestContext.Current.CancellationToken);
                return row.SetAsideAt is not null;
            },
            "the message is set aside");
    }
}
