using System.Net;
using System.Text;
using Onboarding.Portal.Features.Public;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Features;

/// <summary>What the public pages answer over plain HTTP, also to those who send nonsense.</summary>
public sealed class PublicPagesTests : IAsyncLifetime
{
    private const string Unknown = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private readonly PortalHost _portal = new();
    private HttpClient _client = default!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _client = new HttpClient { BaseAddress = _portal.Address };
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Every_link_that_leads_nowhere_gets_the_same_answer()
    {
        string[] addresses =
        [
            PublicUrls.Status(Unknown), PublicUrls.Status("short"), PublicUrls.Status(new string('A', 500)), PublicUrls.Registered(Unknown),
            PublicUrls.Withdraw(Unknown), PublicUrls.Objection(Unknown), PublicUrls.Reply(Unknown), PublicUrls.Feedback(Unknown), PublicUrls.Feedback("%3Cb%3E=1"),
        ];

        foreach (string address in addresses)
        {
            using HttpResponseMessage response = await _client.GetAsync(address, Token);

            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
            (await response.Content.ReadAsStringAsync(Token)).ShouldContain(PublicText.LinkNotValidTitle, Case.Sensitive, address);
        }
    }

    [Fact]
    public async Task A_page_behind_a_link_is_kept_nowhere_and_gives_its_address_to_nobody()
    {
        using HttpResponseMessage response = await _client.GetAsync(PublicUrls.Status(Unknown), Token);

        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        response.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex, nofollow"]);
    }

    [Theory]
    [InlineData("a=b", "application/x-www-form-urlencoded")]
    [InlineData("not multipart", "multipart/form-data; boundary=x")]
    [InlineData("not multipart", "multipart/form-data")]
    [InlineData("{", "application/json")]
    [InlineData("_handler=feedback&__RequestVerificationToken=x&Form.Satisfaction=many", "application/x-www-form-urlencoded")]
    public async Task A_malformed_post_is_the_senders_fault(string body, string type)
    {
        foreach (string address in (string[])[PublicUrls.Feedback(Unknown), PublicUrls.Withdraw(Unknown), PublicUrls.Objection(Unknown), PublicUrls.Status(Unknown), "/", PublicUrls.Register])
        {
            using StringContent content = new(body, Encoding.UTF8);
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            using HttpResponseMessage response = await _client.PostAsync(address, content, Token);

            ((int)response.StatusCode).ShouldBeInRange(400, 499, address);
        }
    }

    [Fact]
    public async Task A_huge_post_is_refused()
    {
        using ByteArrayContent content = new(new byte[3 * 1024 * 1024]);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
        try
        {
            using HttpResponseMessage response = await _client.PostAsync(PublicUrls.Feedback(Unknown), content, Token);
            ((int)response.StatusCode).ShouldBeInRange(400, 499);
        }
        catch (HttpRequestException)
        {
            // The server closed the connection before it had read everything: refused as well.
        }
    }

    [Fact]
    public async Task The_start_page_shows_every_product_with_its_fee_and_what_the_core_asks_for()
    {
        string page = WebUtility.HtmlDecode(await _client.GetStringAsync("/", Token));

        page.ShouldContain("Rp349.000");
        page.ShouldContain("Internet Bisnis");
        page.ShouldContain(Onboarding.Portal.Features.DomainTexts.Of(Onboarding.Core.Documents.DocumentKind.LegalDecree));
        page.ShouldContain(Onboarding.Portal.Features.DomainTexts.Of(Onboarding.Core.Documents.DocumentKind.StayPermit));
    }
}
