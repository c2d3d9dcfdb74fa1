using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Tests.Core.Documents;
using Onboarding.Tests.Journeys.Pages;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>Clarification in two rounds: the verifier at the desk, the applicant on a phone, a closed browser in between.</summary>
public sealed partial class TwoRoundsJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true };

    [Fact]
    public async Task The_applicant_answers_on_the_phone_and_the_verifier_asks_once_more_for_the_photo()
    {
        PortalHost host = UsePortal(Demo.Enabled);
        CasesAt cases = new(host.Started());
        CaseState state = await cases.InVerificationAsync();
        StaffDesk desk = await StaffDesk.OpenAsync(await OpenPage(host), ActorRole.Administration, state.Number);
        IPage verifier = desk.Page;
        await desk.ClaimAsync();

        // First round: a name and a photo, marked where they stand.
        await verifier.Locator($"[data-ask={nameof(PersonData.FullName)}]").ClickAsync();
        await verifier.Locator($"[data-ask={DocumentKind.IdentityCard}]").ClickAsync();
        await verifier.ShouldHaveNoBarriers();
        await SendRequestAsync(verifier);
        string link = await LinkAsync(host, 1);

        IPage first = await OpenPage(host, Phone);
        await OpenReplyAsync(first, link);
        await first.ShouldHaveNoBarriers();
        await first.Locator($"#{FieldPaths.InputId(nameof(PersonData.FullName))}").FillAsync("Budi Santosa");
        await first.Locator($"#{FieldPaths.InputId(nameof(PersonData.FullName))}").BlurAsync();
        await Assertions.Expect(first.Locator("[data-saved=Done]")).ToBeVisibleAsync();
        await first.Context.CloseAsync();

        // Another day, another browser: what was typed is there.
        IPage second = await OpenPage(host, Phone);
        await OpenReplyAsync(second, link);
        await Assertions.Expect(second.Locator($"#{FieldPaths.InputId(nameof(PersonData.FullName))}")).ToHaveValueAsync("Budi Santosa");
        await UploadAsync(second, "ktp-gelap.png");
        await SendReplyAsync(second);

        // The verifier takes the name over and asks for the photo again.
        await verifier.Locator("[data-item='1'] [data-verdict=Accepted]").ClickAsync();
        await Assertions.Expect(verifier.Locator("[data-item='1'] [data-verdict]")).ToHaveCountAsync(0);
        await verifier.ShouldHaveNoBarriers();
        await verifier.Locator("[data-item='2'] [data-again]").ClickAsync();
        await SendRequestAsync(verifier);

        IPage third = await OpenPage(host, Phone);
        await OpenReplyAsync(third, await LinkAsync(host, 2));
        await UploadAsync(third, "ktp-terang.png");
        await SendReplyAsync(third);

        await verifier.Locator("[data-round='2'] [data-verdict=Accepted]").ClickAsync();
        await Assertions.Expect(verifier.Locator("[data-verdict]")).ToHaveCountAsync(0);

        OnboardingCase owner = await cases.LoadAsync(state.CaseId);
        (owner.Status, owner.ApplicantName, owner.Clarifications.Count).ShouldBe((CaseStatus.InVerification, "Budi Santosa", 2));
        owner.Clarifications.ShouldAllBe(round => round.Outcome == ClarificationOutcome.Answered);
        owner.Documents.Where(document => document.Kind == DocumentKind.IdentityCard).OrderBy(document => document.Version)
            .Select(document => (document.FileName, document.Version))
            .ShouldBe([("IdentityCard.png", 1), ("ktp-gelap.png", 2), ("ktp-terang.png", 3)]);
    }

    private static async Task SendRequestAsync(IPage page)
    {
        ILocator form = page.Locator($"form[data-form={CaseAction.AskClarification}]");
        await form.Locator("textarea").Last.PressAsync("Control+Enter");
        await Assertions.Expect(form).ToHaveCountAsync(0);
    }

    private static async Task OpenReplyAsync(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.Locator("form[data-interactive]").WaitForAsync();
        int overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        overflow.ShouldBe(0);
    }

    private static async Task UploadAsync(IPage page, string name)
    {
        await page.Locator($"#{FieldPaths.InputId(FieldPaths.Document(DocumentKind.IdentityCard))}")
            .SetInputFilesAsync(new FilePayload { Name = name, MimeType = "image/png", Buffer = TestFiles.Png() });
        await page.Locator("li[data-arrived]").Filter(new() { HasText = name }).WaitForAsync();
    }

    private static async Task SendReplyAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = PublicText.ReplyReview }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = PublicText.ReplyReviewTitle }).WaitForAsync();
        ILocator send = page.GetByRole(AriaRole.Button, new() { Name = PublicText.SendAnswer });

        // It wakes when the whole answer has been in sight, and its colours are not yet its own until then.
        await Assertions.Expect(send).ToBeEnabledAsync(new() { Timeout = 30_000 });
        await page.ShouldHaveNoBarriers();
        await send.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = PublicText.RepliedTitle }).WaitForAsync();
    }

    // The link of the round's mail, as the applicant would tap it.
    private static async Task<string> LinkAsync(PortalHost host, int round)
    {
        string[] links = [];
        await MailboxAssertions.EventuallyAsync(
            async () =>
            {
                links = [.. (await host.Services.MailsAsync()).Select(mail => ReplyLink().Match(mail.Text)).Where(match => match.Success).Select(match => match.Value)];
                return links.Length == round;
            },
            $"the mail of round {round} lies in the folder");
        return links[^1];
    }

    [GeneratedRegex(@"http\S+/reply/\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReplyLink();
}
