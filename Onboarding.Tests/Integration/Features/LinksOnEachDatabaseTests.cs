using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Reporting.Wallboards;
using Onboarding.Portal.Features.Catalogue;
using Onboarding.Portal.Features.Dashboard;
using Onboarding.Portal.Features.Public;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Features;

/// <summary>
/// What a link answers does not depend on how long the database takes: PostgreSQL always lets a page wait,
/// SQLite only when somebody else writes.
/// </summary>
public sealed class LinksOnEachDatabaseTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseProviders]
    public async Task A_link_that_leads_somewhere_is_found_and_one_that_leads_nowhere_is_not(DatabaseKind kind)
    {
        await using PortalHost portal = await databases.PortalAsync(kind, Demo.Enabled, ("RateLimits:PublicPostsPerMinute", "10000"));
        IServiceProvider services = portal.Started();
        CaseState state = await new CasesAt(services).ReceivedAsync();
        string status = await services.GetRequiredService<PublicLinks>().StatusTokenAsync(state.CaseId, Token);
        string wall = (await services.GetRequiredService<WallScreensHandler>().CreateAsync("Lobi", Staff.Maya, Token)).ShouldBeDone();
        string feedback = await AskFeedbackAsync(services, state.CaseId);
        using PortalVisitor visitor = new(portal);

        foreach (string address in new[]
        {
            PublicUrls.Status(status), PublicUrls.Registered(status), PublicUrls.Withdraw(status), PublicUrls.Objection(status),
            PublicUrls.Feedback(feedback), DashboardUrls.Wall(wall), CatalogueUrls.Product("INTERNET-RUMAH"),
        })
        {
            using HttpResponseMessage found = await visitor.GetAsync(address);
            found.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            (await PortalVisitor.ReadAsync(found)).Body!.TextContent.ShouldNotContain(PublicText.LinkNotValidTitle, Case.Sensitive, address);

            using HttpResponseMessage altered = await visitor.GetAsync(Altered(address));
            altered.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }
    }

    // The part after the first one is the token, or the code of the product.
    private static string Altered(string address)
    {
        string[] parts = address.Split('/');
        parts[2] = (parts[2][0] == 'a' ? 'b' : 'a') + parts[2][1..];
        return string.Join('/', parts);
    }

    private static async Task<string> AskFeedbackAsync(IServiceProvider services, Guid caseId)
    {
        (AccessLink link, string token) = services.GetRequiredService<CaseProtection>().NewLink(caseId);
        await using OnboardingContext context = services.GetRequiredService<OnboardingContextFactory>().CreateDbContext();
        context.Feedbacks.Add(new Feedback(caseId, link, TimeProvider.System.GetUtcNow()));
        await context.SaveChangesAsync(Token);
        return token;
    }
}
