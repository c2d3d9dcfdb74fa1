using System.Net;
using Microsoft.Extensions.Configuration;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Live;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Live;

/// <summary>One person has a bounded number of connections to the hub, and is told so.</summary>
public sealed class HubConnectionLimitTests
{
    private static readonly DemoAccount Sari = Demo.Account(ActorRole.CustomerService);

    [Fact]
    public async Task One_connection_too_many_is_refused_with_the_number_until_another_is_closed_and_keeps_nobody_else_out()
    {
        await using PortalHost portal = new(Demo.Enabled, ("Live:HubConnectionsPerPerson", "2"));
        await using HubClient first = await HubClient.ConnectAsync(portal, Sari);
        HubClient second = await HubClient.ConnectAsync(portal, Sari);

        (await HubClient.RefusedStatusAsync(portal, Sari)).ShouldBe(HttpStatusCode.TooManyRequests);
        string told = await NegotiateAsync(portal);
        told.ShouldContain(HubConnectionLimit.TooMany);
        told.ShouldContain("At most 2 connections");
        await using (await HubClient.ConnectAsync(portal, Demo.Account(ActorRole.Administration)))
        {
            // Somebody else has places of their own.
        }

        await second.DisposeAsync();
        await MailboxAssertions.EventuallyAsync(async () => !(await NegotiateAsync(portal)).Contains(HubConnectionLimit.TooMany, StringComparison.Ordinal), "there is a place again");
        await using HubClient third = await HubClient.ConnectAsync(portal, Sari);
    }

    [Fact]
    public async Task Whoever_may_not_connect_at_all_takes_no_place()
    {
        await using PortalHost portal = new(Demo.Enabled, ("Live:HubConnectionsPerPerson", "1"));
        for (int attempt = 0; attempt < 3; attempt++)
        {
            (await HubClient.RefusedStatusAsync(portal)).ShouldBe(HttpStatusCode.Unauthorized);
            (await HubClient.RefusedStatusAsync(portal, Demo.Account(ActorRole.Administrator))).ShouldBe(HttpStatusCode.Forbidden);
        }

        await using HubClient client = await HubClient.ConnectAsync(portal, Sari);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public void A_limit_that_lets_nobody_in_is_no_limit(string setting) =>
        Should.Throw<StartupRefusedException>(() => new HubConnectionLimit(new ConfigurationManager { ["Live:HubConnectionsPerPerson"] = setting }))
            .Message.ShouldContain("Live:HubConnectionsPerPerson");

    private static async Task<string> NegotiateAsync(PortalHost portal)
    {
        using HttpClient client = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = portal.Address };
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri($"{QueueHub.Path}/negotiate?negotiateVersion=1", UriKind.Relative));
        request.Headers.Add("Cookie", await HubClient.CookieAsync(portal, Sari));
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
