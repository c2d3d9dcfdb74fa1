using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Portal.Features.Public;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Clarifications;

/// <summary>What a reply link answers over plain HTTP.</summary>
public sealed partial class ReplyLinkTests : IAsyncLifetime
{
    private const string Foreign = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private readonly PortalHost _portal = new(("RateLimits:LinkMissesPerMinute", "20"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Answered_expired_replaced_revoked_and_foreign_links_get_one_and_the_same_page()
    {
        Answers answers = new(_portal.Started());
        (CaseState answered, string answeredLink) = await AskedAsync();
        await answers.ReplyAsync(answered, "Ya.");
        (CaseState replaced, string replacedLink) = await AskedAsync();
        await _portal.Services.GetRequiredService<ResendQuestionHandler>().HandleAsync(new(CasesAt.Target(replaced)), Staff.Sari, Token);
        (CaseState revoked, string revokedLink) = await AskedAsync();
        await _portal.Services.GetRequiredService<RecallQuestionHandler>().HandleAsync(new(CasesAt.Target(revoked), "Salah."), Staff.Sari, Token);
        (_, string expiredLink) = await AskedAsync();
        _portal.Clock.Advance(TimeSpan.FromDays(15));

        List<(HttpStatusCode, string)> pages = [];
        foreach (string link in (string[])[answeredLink, replacedLink, revokedLink, expiredLink, Foreign, "short"])
        {
            using PortalVisitor visitor = new(_portal);
            using HttpResponseMessage answer = await visitor.GetAsync(PublicUrls.Reply(link));
            pages.Add((answer.StatusCode, Neutral(await answer.Content.ReadAsStringAsync(Token), link)));
        }

        pages.Distinct().ShouldHaveSingleItem().Item1.ShouldBe(HttpStatusCode.NotFound);
        pages[0].Item2.ShouldContain(PublicText.LinkNotValidTitle);
    }

    [Fact]
    public async Task A_link_of_a_mail_is_read_in_the_language_of_the_mail_until_the_visitor_chooses_another()
    {
        _portal.Started();
        (_, string link) = await AskedAsync();
        using PortalVisitor visitor = new(_portal);

        using HttpResponseMessage first = await visitor.GetAsync($"{PublicUrls.Reply(link)}?{PublicUrls.LanguageKey}=en");
        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        first.Headers.Location!.OriginalString.ShouldEndWith(PublicUrls.Reply(link));
        (await visitor.ReadAsync(PublicUrls.Reply(link))).DocumentElement.GetAttribute("lang").ShouldBe("en");

        // Another link of another mail: the last one that was opened counts.
        string status = PublicUrls.Status(Foreign);
        await visitor.GetAsync($"{status}?{PublicUrls.LanguageKey}=id");
        (await visitor.ReadAsync(PublicUrls.Reply(link))).DocumentElement.GetAttribute("lang").ShouldBe("id");
        using HttpResponseMessage other = await visitor.GetAsync($"{status}?{PublicUrls.LanguageKey}=en");
        other.Headers.Location!.OriginalString.ShouldEndWith(status);
        (await visitor.ReadAsync(PublicUrls.Reply(link))).DocumentElement.GetAttribute("lang").ShouldBe("en");

        await visitor.PostAsync("/preferences", new Dictionary<string, string>(StringComparer.Ordinal) { ["language"] = "id" });
        await visitor.GetAsync($"{PublicUrls.Reply(link)}?{PublicUrls.LanguageKey}=en");
        (await visitor.ReadAsync(PublicUrls.Reply(link))).DocumentElement.GetAttribute("lang").ShouldBe("id");
    }

    [Fact]
    public async Task The_page_shows_what_was_asked_and_no_more()
    {
        _portal.Started();
        (CaseState state, string link) = await AskedAsync(new AskedItem(ItemSubject.OfField(nameof(PersonData.Nik)), "<script>alert(1)</script> =1+1 👍 \u202Eterbalik"));
        PersonData data = (PersonData)_portal.Services.GetRequiredService<CaseProtection>().Open(state.CaseId, (await new CasesAt(_portal.Services).LoadAsync(state.CaseId)).ProtectedData);
        using PortalVisitor visitor = new(_portal);

        using IHtmlDocument page = await visitor.ReadAsync(PublicUrls.Reply(link));

        string words = page.QuerySelector("main")!.TextContent;
        words.ShouldContain("<script>alert(1)</script> =1+1 👍 terbalik");
        page.QuerySelectorAll("main script").ShouldBeEmpty();
        words.ShouldContain("3171****");
        foreach (string hidden in (string[])[data.Nik!, data.FullName, data.Phone, data.Email, data.Address.Street])
        {
            page.DocumentElement.OuterHtml.ShouldNotContain(hidden);
        }
    }

    [Fact]
    public async Task Who_tries_too_many_links_in_vain_is_stopped_and_who_has_a_good_one_never_counts()
    {
        _portal.Started();
        (_, string link) = await AskedAsync();
        using PortalVisitor visitor = new(_portal);
        for (int attempt = 0; attempt < 40; attempt++)
        {
            using HttpResponseMessage good = await visitor.GetAsync(PublicUrls.Reply(link));
            good.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        HttpStatusCode last = HttpStatusCode.NotFound;
        for (int attempt = 0; attempt < 21; attempt++)
        {
            using HttpResponseMessage guess = await visitor.GetAsync(PublicUrls.Reply(Foreign));
            last = guess.StatusCode;
        }

        last.ShouldBe(HttpStatusCode.TooManyRequests);
        using HttpResponseMessage home = await visitor.GetAsync("/");
        home.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_mail_names_each_item_and_turns_nothing_around()
    {
        _portal.Started();
        await AskedAsync(
            new AskedItem(ItemSubject.OfField(nameof(ApplicantData.Phone)), "Nomor <b>mana</b>? \u202Ekilab"),
            new AskedItem(ItemSubject.General, "=HYPERLINK(\"x\")\nbaris dua"));
        await MailboxAssertions.EventuallyAsync(async () => (await _portal.Services.MailsAsync()).Any(mail => mail.Text.Contains("HYPERLINK", StringComparison.Ordinal)), "the mail lies in the folder");

        var mail = (await _portal.Services.MailsAsync()).Single(mail => mail.Text.Contains("HYPERLINK", StringComparison.Ordinal));

        mail.Text.ShouldContain("1. Nomor telepon: Nomor <b>mana</b>? kilab");
        mail.Text.ShouldContain("2. =HYPERLINK(\"x\")\n   baris dua");
        mail.Text.ShouldContain($"?{PublicUrls.LanguageKey}=id");
        mail.Html.ShouldContain("Nomor &lt;b&gt;mana&lt;/b&gt;? kilab");
        mail.Html.ShouldNotContain("<b>mana");
        (mail.Text + mail.Html).ShouldNotContain("\u202E");
    }

    // The page without the token itself and what differs by request.
    private static string Neutral(string html, string link) => Volatile().Replace(html.Replace(link, "", StringComparison.Ordinal), "");

    private async Task<(CaseState State, string Link)> AskedAsync(params AskedItem[] items)
    {
        CasesAt cases = new(_portal.Services);
        CaseState state = await cases.ClaimAsync(await cases.ReceivedAsync(), Staff.Sari);
        state = (await _portal.Services.GetRequiredService<AskApplicantHandler>().HandleAsync(
            new(CasesAt.Target(state), items.Length > 0 ? items : [new AskedItem(ItemSubject.General, "Kapan?")]), Staff.Sari, Token)).ShouldBeDone();
        return (state, await new Answers(_portal.Services).LinkAsync(state.CaseId));
    }

    [GeneratedRegex("<!--Blazor.*?-->|value=\"[A-Za-z0-9_-]{60,}\"", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Volatile();
}
