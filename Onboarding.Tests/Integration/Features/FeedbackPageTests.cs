using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Portal.Features.Public;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Features;

/// <summary>The feedback form behind its single-use link, over plain HTTP.</summary>
public sealed class FeedbackPageTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_that_was_used_thanks_and_shows_nothing_of_the_registration()
    {
        using PortalVisitor visitor = new(portal.Host);
        (string token, string number) = await AskedAsync();
        IHtmlDocument form = await visitor.ReadAsync(PublicUrls.Feedback(token));
        Dictionary<string, string> fields = form.QuerySelectorAll("main form input[type=hidden]").OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
        (fields["Form.Satisfaction"], fields["Form.Ease"]) = ("4", "5");
        using (HttpResponseMessage sent = await visitor.PostAsync(PublicUrls.Feedback(token), fields))
        {
            sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        using HttpResponseMessage again = await visitor.GetAsync(PublicUrls.Feedback(token));
        using HttpResponseMessage twice = await visitor.PostAsync(PublicUrls.Feedback(token), fields);
        foreach (HttpResponseMessage answer in new[] { again, twice })
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            string text = (await PortalVisitor.ReadAsync(answer)).Body!.TextContent;
            text.ShouldContain(PublicText.FeedbackGivenTitle);
            text.ShouldNotContain(number);
        }

        using HttpResponseMessage altered = await visitor.GetAsync(PublicUrls.Feedback((token[0] == 'A' ? 'B' : 'A') + token[1..]));
        altered.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await PortalVisitor.ReadAsync(altered)).Body!.TextContent.ShouldContain(PublicText.LinkNotValidTitle);
    }

    // The portal's clock is the real one, so the days after which feedback is asked for are not waited for here.
    private async Task<(string Token, string Number)> AskedAsync()
    {
        CaseState state = await new CasesAt(portal.Host.Started()).ActiveAsync(Registrations.Person(9321));
        IServiceProvider services = portal.Host.Services;
        (AccessLink link, string token) = services.GetRequiredService<CaseProtection>().NewLink(state.CaseId);
        await using OnboardingContext context = services.GetRequiredService<OnboardingContextFactory>().CreateDbContext();
        context.Feedbacks.Add(new Feedback(state.CaseId, link, TimeProvider.System.GetUtcNow()));
        await context.SaveChangesAsync(Token);
        return (token, state.Number);
    }
}
