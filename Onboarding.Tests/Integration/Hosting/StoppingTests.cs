using System.Diagnostics;
using Microsoft.Playwright;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Hosting;

/// <summary>How the portal stops.</summary>
public sealed class StoppingTests(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Stops_within_seconds_although_a_page_is_open()
    {
        ExpectedProblems.Add("");
        PortalHost host = UsePortal(Demo.Enabled);
        IPage page = await OpenPage(host);
        await page.SignInAs(Demo.Account(Onboarding.Core.Workflow.ActorRole.Supervisor));

        long start = Stopwatch.GetTimestamp();
        await host.DisposeAsync();

        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(9));
    }
}
