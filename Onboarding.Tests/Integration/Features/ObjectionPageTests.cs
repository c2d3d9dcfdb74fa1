using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Portal.Features.Public;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Features;

/// <summary>The page on which a rejected applicant objects, over plain HTTP.</summary>
public sealed class ObjectionPageTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rejected_applicant_objects_and_reads_on_the_status_page_that_it_came_in()
    {
        using PortalVisitor visitor = new(portal.Host);
        string token = await RejectedAsync();
        IHtmlDocument status = await visitor.ReadAsync(PublicUrls.Status(token));
        status.QuerySelector($"a[href='{PublicUrls.Objection(token)}']").ShouldNotBeNull();

        using (HttpResponseMessage empty = await SendAsync(visitor, token, " "))
        {
            empty.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await PortalVisitor.ReadAsync(empty)).GetElementById("objection-text")!.GetAttribute("aria-invalid").ShouldBe("true");
        }

        using (HttpResponseMessage sent = await SendAsync(visitor, token, "Alamat saya sudah benar."))
        {
            sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        (await visitor.ReadAsync(PublicUrls.Status(token))).Body!.TextContent.ShouldContain(PublicText.ObjectionReceived);
        (await visitor.ReadAsync(PublicUrls.Objection(token))).Body!.TextContent.ShouldContain(PublicText.ObjectionNotPossible);
    }

    [Fact]
    public async Task A_registration_that_is_not_rejected_has_no_form()
    {
        using PortalVisitor visitor = new(portal.Host);
        CaseState state = await new CasesAt(portal.Host.Started()).ReceivedAsync(Registrations.Person(9311));
        string token = await TokenAsync(state);

        IHtmlDocument page = await visitor.ReadAsync(PublicUrls.Objection(token));

        page.GetElementById("objection-text").ShouldBeNull();
        page.Body!.TextContent.ShouldContain(PublicText.ObjectionNotPossible);
    }

    private static async Task<HttpResponseMessage> SendAsync(PortalVisitor visitor, string token, string text)
    {
        IHtmlDocument page = await visitor.ReadAsync(PublicUrls.Objection(token));
        Dictionary<string, string> fields = page.QuerySelectorAll("main form input[name]").OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
        fields["Form.Text"] = text;
        return await visitor.PostAsync(PublicUrls.Objection(token), fields);
    }

    private async Task<string> RejectedAsync()
    {
        CasesAt cases = new(portal.Host.Started());
        CaseState state = await cases.ClaimAsync(await cases.AwaitingApprovalAsync(Registrations.Person(9310)), Staff.Maya);
        RejectCaseHandler reject = portal.Host.Services.GetRequiredService<RejectCaseHandler>();
        return await TokenAsync((await reject.HandleAsync(new(CasesAt.Target(state), "OTHER", "Alamat tidak sesuai."), Staff.Maya, Token)).ShouldBeDone());
    }

    private Task<string> TokenAsync(CaseState state) => portal.Host.Services.GetRequiredService<PublicLinks>().StatusTokenAsync(state.CaseId, Token);
}
