using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Catalog;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Catalogue;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Reports;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Reports;

/// <summary>Brochures and blank forms: for everyone, in two languages, printed once, and not as often as one likes.</summary>
public sealed class PublicPrintTests(PublicPrintTests.Portal portal) : IClassFixture<PublicPrintTests.Portal>
{
    private const string Code = "INTERNET-RUMAH";

    [Fact]
    public async Task The_brochure_says_price_terms_limits_requirements_and_version()
    {
        string text = await WordsAsync(CatalogueUrls.Brochure(Code));

        foreach (string part in new[] { "Brosur Informasi Layanan", "Internet Rumah", "Rp349.000", "Rp250.000", "12 bulan", "Ketentuan", "Batasan layanan", "KTP", "Versi brosur", "30 hari sebelumnya" })
        {
            text.ShouldContain(part);
        }
    }

    [Fact]
    public async Task The_brochure_speaks_English_when_it_is_asked_to()
    {
        string text = await WordsAsync(CatalogueUrls.Brochure(Code) + "?language=en");

        text.ShouldContain("Service Brochure");
        text.ShouldContain("Home Internet");
        text.ShouldNotContain("Ketentuan");
    }

    [Theory]
    [InlineData(ApplicantGroup.Citizen, "Internet Rumah|NIK *|Nama lengkap *|Kecamatan *|NPWP|tanggal, bulan, tahun|versi 2026-01|Tanda tangan")]
    [InlineData(ApplicantGroup.Foreigner, "Nomor paspor *|Perorangan WNA")]
    public async Task The_blank_form_has_the_fields_of_the_group_with_room_to_write_consent_and_signature(ApplicantGroup group, string parts)
    {
        string text = await WordsAsync(CatalogueUrls.BlankForm(Code, group));

        text.ShouldContain("Formulir Pendaftaran Pelanggan");
        foreach (string part in parts.Split('|'))
        {
            text.ShouldContain(part);
        }
    }

    [Fact]
    public async Task The_blank_form_of_a_business_asks_for_its_legal_papers()
    {
        string text = await WordsAsync(CatalogueUrls.BlankForm("INTERNET-BISNIS", ApplicantGroup.LegalEntity));

        foreach (string part in new[] { "NIB *", "Nomor akta *", "Kota kedudukan notaris *", "Pemilik manfaat *", "Dokumen yang dilampirkan", "KTP penanggung jawab, atau paspor bila WNA" })
        {
            text.ShouldContain(part);
        }
    }

    [Theory]
    [InlineData("id", "KTP penanggung jawab, atau paspor bila WNA")]
    [InlineData("en", "Representative's identity card (KTP), or passport for a foreigner")]
    public async Task Brochure_home_page_and_product_page_tell_a_business_that_a_foreigner_may_sign_with_a_passport(string language, string expected)
    {
        (await WordsAsync(CatalogueUrls.Brochure("INTERNET-BISNIS") + "?language=" + language)).ShouldContain(expected);
        foreach (string address in new[] { "/", CatalogueUrls.Product("INTERNET-BISNIS") })
        {
            using HttpResponseMessage answer = await GetAsync(portal.Host, address, language: language);
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(expected);
        }
    }

    [Fact]
    public async Task Many_who_ask_at_once_wait_for_one_printing()
    {
        Assert.SkipWhen(ChromiumBrowser.ExecutablePath is null, "no browser: neither Chromium, Chrome nor Edge was found");
        PublicPrints prints = portal.Host.Started().GetRequiredService<PublicPrints>();
        int before = prints.Printings;

        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(_ => GetAsync(portal.Host, CatalogueUrls.Brochure("AWAN-KANTOR"))));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);

        (prints.Printings - before).ShouldBe(1);
    }

    [Theory]
    [InlineData("/products/tidak-ada/brochure.pdf")]
    [InlineData("/products/internet-rumah/registration-form.pdf?group=LegalEntity")]
    [InlineData("/products/internet-rumah/registration-form.pdf?group=99")]
    [InlineData("/products/tidak-ada")]
    public async Task What_there_is_not_is_not_found(string address) =>
        (await GetAsync(portal.Host, address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Without_a_browser_the_same_paper_is_a_page_to_print()
    {
        await using PortalHost host = new(("Pdf:Browser", "/nowhere/chromium"));

        HttpResponseMessage answer = await GetAsync(host, CatalogueUrls.BlankForm(Code, ApplicantGroup.Citizen));

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        page.ShouldContain("data-print");
        page.ShouldContain("Formulir Pendaftaran Pelanggan");
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back()
    {
        await using PortalHost host = new(("Pdf:Browser", "/nowhere/chromium"), ("RateLimits:PublicPrintsPerMinute", "3"));
        string[] addresses = [CatalogueUrls.Brochure(Code), CatalogueUrls.BlankForm(Code, ApplicantGroup.Citizen), CatalogueUrls.Brochure("AWAN-KANTOR")];
        foreach (string address in addresses)
        {
            (await GetAsync(host, address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        HttpResponseMessage refused = await GetAsync(host, CatalogueUrls.Brochure(Code));

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(ActorRole.CustomerService, true)]
    [InlineData(ActorRole.Compliance, true)]
    [InlineData(ActorRole.Administrator, false)]
    [InlineData(null, false)]
    public async Task The_filled_form_and_the_checklist_are_for_those_with_a_part_in_the_process_and_leave_a_trace(ActorRole? role, bool isAllowed)
    {
        var applicant = Registrations.Person(Random.Shared.Next(1000, 9000));
        var state = await new CasesAt(portal.Host.Started()).ReceivedAsync(applicant);
        foreach (string address in new[] { ReportUrls.RegistrationForm(state.Number), ReportUrls.Checklist(state.Number) })
        {
            using HttpResponseMessage answer = await GetAsync(portal.Host, address + "?format=html", role);
            (answer.StatusCode == HttpStatusCode.OK).ShouldBe(isAllowed);
            string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            page.Contains(applicant.FullName, StringComparison.Ordinal).ShouldBe(isAllowed);
        }

        var trail = (await portal.Host.Started().GetRequiredService<Onboarding.Core.Cases.CaseFileReader>().ReadAsync(state.Number, Staff.Maya, TestContext.Current.CancellationToken)).ShouldBeDone().Timeline;
        trail.Count(item => item.Action == "Report.Issue").ShouldBe(isAllowed ? 2 : 0);
    }

    private async Task<string> WordsAsync(string address)
    {
        Assert.SkipWhen(ChromiumBrowser.ExecutablePath is null, "no browser: neither Chromium, Chrome nor Edge was found");
        using HttpResponseMessage answer = await GetAsync(portal.Host, address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        return await PdfFile.WordsAsync(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<HttpResponseMessage> GetAsync(PortalHost host, string address, ActorRole? role = null, string language = "id")
    {
        using HttpClient client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = host.Address };
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(address, UriKind.Relative));
        string signedIn = role is { } known ? "; " + await HubClient.CookieAsync(host, Demo.Account(known)) : "";
        request.Headers.Add("Cookie", $"{Preferences.LanguageCookie}={language}{signedIn}");

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>One portal for the class, with a limit that its tests do not reach.</summary>
    public sealed class Portal : IAsyncDisposable
    {
        /// <summary>The portal.</summary>
        public PortalHost Host { get; } = new(Demo.Enabled, ("RateLimits:SignInPerMinute", "10000"), ("RateLimits:PublicPrintsPerMinute", "10000"));

        /// <inheritdoc />
        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
