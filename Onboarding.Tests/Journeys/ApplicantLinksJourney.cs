using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Tests.Core.Documents;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>The links that an applicant gets by mail.</summary>
public sealed class ApplicantLinksJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_is_found_on_the_status_page_and_answered_once_with_another_document()
    {
        ExpectedProblems.Add("404");
        PortalHost portal = UsePortal();
        IPage page = await OpenPage(portal);
        CasesAt cases = new(portal.Services);
        CaseState state = await cases.ClaimAsync(await cases.ReceivedAsync(), Staff.Sari);
        AskedItem[] items = [new(ItemSubject.OfDocument(DocumentKind.IdentityCard), "Mohon foto <b>KTP</b> yang lebih jelas."), new(ItemSubject.General, "Kapan Anda di rumah?")];
        (await portal.Services.GetRequiredService<AskApplicantHandler>().HandleAsync(new(CasesAt.Target(state), items), Staff.Sari, Token)).ShouldBeDone();

        await page.GotoAsync(PublicUrls.Status(await StatusTokenAsync(portal, state.CaseId)));
        await page.GetByText("Mohon foto <b>KTP</b> yang lebih jelas.").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = PublicText.AnswerNow }).ClickAsync();
        await page.Locator("form[data-interactive]").WaitForAsync();
        string reply = page.Url;

        await page.GetByRole(AriaRole.Button, new() { Name = PublicText.ReplyReview }).ClickAsync();
        await page.Locator("#item-1[data-state=wrong]").WaitForAsync();
        await page.Locator("#item-2-note").FillAsync("Sore hari.");
        await page.Locator($"#{FieldPaths.InputId(FieldPaths.Document(DocumentKind.IdentityCard))}")
            .SetInputFilesAsync(new FilePayload { Name = "ktp-baru.png", MimeType = "image/png", Buffer = TestFiles.Png() });
        await page.Locator("li[data-arrived]").Filter(new() { HasText = "ktp-baru.png" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = PublicText.ReplyReview }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = PublicText.SendAnswer }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = PublicText.RepliedTitle }).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = PublicText.OpenStatus }).ClickAsync();
        await page.GetByText(PublicText.AnsweredOn).WaitForAsync();
        await page.GetByText(PublicText.ReceivedOn, new() { Exact = false }).First.WaitForAsync();

        OnboardingCase owner = await cases.LoadAsync(state.CaseId);
        owner.Clarifications.ShouldHaveSingleItem().Outcome.ShouldBe(ClarificationOutcome.Answered);
        owner.Documents.ShouldContain(document => document.FileName == "ktp-baru.png");

        await page.GotoAsync(reply);
        await page.GetByRole(AriaRole.Heading, new() { Name = PublicText.LinkNotValidTitle }).WaitForAsync();
    }

    [Fact]
    public async Task Feedback_is_given_once()
    {
        ExpectedProblems.Add("404");
        PortalHost portal = UsePortal();
        IPage page = await OpenPage(portal);
        CasesAt cases = new(portal.Services);
        CaseState state = await cases.ActiveAsync();
        string token = await AskFeedbackAsync(portal, state.CaseId);

        await page.GotoAsync(PublicUrls.Feedback(token));
        await page.GetByRole(AriaRole.Button, new() { Name = PublicText.SendFeedback }).ClickAsync();
        await page.Locator(".field-error").First.WaitForAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = PublicText.AskSatisfaction }).GetByRole(AriaRole.Radio).Nth(4).CheckAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = PublicText.AskEase }).GetByRole(AriaRole.Radio).Nth(3).CheckAsync();
        await page.GetByLabel(PublicText.AskRemark).FillAsync("=1+1 <script>alert(1)</script> 👍");
        await page.GetByRole(AriaRole.Button, new() { Name = PublicText.SendFeedback }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = PublicText.FeedbackThanksTitle }).WaitForAsync();

        Feedback feedback = (await cases.LoadAsync(state.CaseId)).Feedback!;
        (feedback.Satisfaction, feedback.Ease).ShouldBe((5, 4));
        feedback.Remark.ShouldBe("=1+1 <script>alert(1)</script> 👍");

        // Whoever follows the used link again is thanked; an altered one is none.
        await page.GotoAsync(PublicUrls.Feedback(token));
        await page.GetByRole(AriaRole.Heading, new() { Name = PublicText.FeedbackGivenTitle }).WaitForAsync();
        await page.GotoAsync(PublicUrls.Feedback((token[0] == 'A' ? 'B' : 'A') + token[1..]));
        await page.GetByRole(AriaRole.Heading, new() { Name = PublicText.LinkNotValidTitle }).WaitForAsync();
    }

    private static async Task<string> StatusTokenAsync(PortalHost portal, Guid caseId)
    {
        await using OnboardingContext context = portal.Services.GetRequiredService<OnboardingContextFactory>().CreateDbContext();
        byte[] token = await context.Cases.Where(item => item.Id == caseId).Select(item => item.ProtectedStatusToken).SingleAsync(Token);
        return portal.Services.GetRequiredService<CaseProtection>().OpenToken(caseId, token);
    }

    // The follow-up that comes before it is days away, so the request for feedback is put where its use case would put it.
    private static async Task<string> AskFeedbackAsync(PortalHost portal, Guid caseId)
    {
        AccessToken token = AccessToken.New();
        await using OnboardingContext context = portal.Services.GetRequiredService<OnboardingContextFactory>().CreateDbContext();
        context.Feedbacks.Add(new Feedback(caseId, new AccessLink(token.Hash(), []), portal.Services.GetRequiredService<TimeProvider>().GetUtcNow()));
        await context.SaveChangesAsync(Token);
        return token.Reveal();
    }
}
