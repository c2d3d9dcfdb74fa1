using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Partners;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Api;

/// <summary>Registrations from partners, over HTTP against the whole portal.</summary>
public sealed class RegistrationApiTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_a_person_and_says_how_the_registration_stands()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);

        using var answer = await partner.RegisterAsync(ApiPartner.Person(9911), "a-1");

        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Token));
        var created = await ApiPartner.ReadAsync(answer);
        var number = created.GetProperty("number").GetString();
        answer.Headers.Location!.ToString().ShouldBe($"/api/v1/registrations/{number}");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        created.GetProperty("status").GetString().ShouldBe("received");
        created.GetProperty("missingDocuments").EnumerateArray().Select(kind => kind.GetString()).ShouldBe(["identity_card"]);

        using var status = await partner.GetAsync($"/api/v1/registrations/{number}");
        status.StatusCode.ShouldBe(HttpStatusCode.OK);
        var read = await ApiPartner.ReadAsync(status);
        read.GetProperty("kind").GetString().ShouldBe("person");
        read.GetProperty("status").GetString().ShouldBe("received");
        read.TryGetProperty("reason", out _).ShouldBeFalse();
        (await status.Content.ReadAsStringAsync(Token)).ShouldNotContain("Budi");
    }

    [Fact]
    public async Task Takes_a_business_that_a_foreigner_signs_for_and_waits_for_the_passport()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var body = ApiPartner.Business(9931);
        var applicant = body["applicant"]!.AsObject();
        applicant.Remove("representativeNik");
        applicant["representativeCitizenship"] = "foreign";
        using (var refused = await partner.RegisterAsync(body.DeepClone(), "a-31"))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await refused.Content.ReadAsStringAsync(Token)).ShouldContain("representativePassportNumber");
        }

        applicant["representativePassportNumber"] = "X9909931";
        applicant["representativePassportCountry"] = "SG";
        applicant["representativePassportExpiry"] = "2030-01-31";
        using var answer = await partner.RegisterAsync(body, "a-32");

        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Token));
        (await ApiPartner.ReadAsync(answer)).GetProperty("missingDocuments").EnumerateArray().Select(kind => kind.GetString()).ShouldContain("representative_passport");
    }

    [Fact]
    public async Task Keeps_the_partner_the_channel_and_the_consent_given_there()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var body = ApiPartner.Business(9912);
        body["consent"]!["givenAt"] = "2026-01-02T00:30:00+07:00";
        var given = shared.Host.Clock.GetUtcNow().AddDays(-2);
        body["consent"]!["givenAt"] = given.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
        body["consent"]!["marketing"] = true;

        using var answer = await partner.RegisterAsync(body, "a-2");

        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Token));
        var number = (await ApiPartner.ReadAsync(answer)).GetProperty("number").GetString();
        await using var context = shared.Services.GetRequiredService<OnboardingContextFactory>().CreateDbContext();
        var owner = await context.Cases.Include(item => item.Consents).SingleAsync(item => item.Number == number, Token);
        owner.PartnerId.ShouldBe(partner.Id);
        owner.Channel.ShouldBe(Channel.Partner);
        owner.Consents.Count.ShouldBe(2);
        owner.Consents.ShouldAllBe(consent => consent.IsGiven && consent.TextVersion == "2026-01" && Math.Abs((consent.At - given).TotalSeconds) < 2 && consent.Channel == Channel.Partner);
        var registered = await context.AuditEvents.SingleAsync(item => item.StreamId == owner.Id && item.Action == "Register", Token);
        registered.ActorId.ShouldBe(partner.Id.ToString("N"));
        registered.ActorRoles.ShouldBe(nameof(ActorRole.Partner));
        registered.Origin.ShouldBe("partner-api");
    }

    [Fact]
    public async Task Answers_another_partners_number_like_one_that_does_not_exist()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        using var other = await ApiPartner.CreateAsync(shared.Host);
        var number = await partner.NumberOfNewAsync(9913);

        using var foreign = await other.GetAsync($"/api/v1/registrations/{number}");
        using var nothing = await other.GetAsync("/api/v1/registrations/ONB-2026-999999");
        using var files = await other.SendFilesAsync(number, null, ("identity_card", "ktp.png", Registrations.Picture().ToArray()));
        using var list = await other.GetAsync($"/api/v1/registrations/{number}/documents");

        var first = await foreign.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        var second = await nothing.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        first.GetProperty("detail").GetString().ShouldBe(second.GetProperty("detail").GetString());
        await files.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        await list.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Does_not_show_a_case_of_the_public_form()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var state = await new CasesAt(shared.Services).ReceivedAsync(Registrations.Person(9914));

        using var answer = await partner.GetAsync($"/api/v1/registrations/{state.Number}");

        await answer.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Names_every_field_that_the_rules_of_the_form_refuse()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var body = ApiPartner.Person(9915);
        body["applicant"]!["nik"] = "123";
        body["applicant"]!["email"] = "nobody";
        body["applicant"]!["birthDate"] = "2020-01-01";
        body["applicant"]!["address"]!["postalCode"] = "1";
        ((JsonObject)body["applicant"]!["address"]!).Remove("street");

        using var answer = await partner.RegisterAsync(body, "a-5");

        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        problem.Errors().ShouldContain("#/applicant/nik wrong_length");
        problem.Errors().ShouldContain("#/applicant/email email_at_missing");
        problem.Errors().ShouldContain("#/applicant/birthDate under_age");
        problem.Errors().ShouldContain("#/applicant/address/street required");
        problem.Errors().ShouldContain(error => error.StartsWith("#/applicant/address/postalCode ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_what_is_wrong_in_the_language_of_the_request()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var body = ApiPartner.Person(9916);
        body["applicant"]!["fullName"] = "";
        partner.Client.DefaultRequestHeaders.Add("Accept-Language", "en-US,en;q=0.9,id;q=0.1");

        using var english = await partner.RegisterAsync(body, "a-6");
        partner.Client.DefaultRequestHeaders.Remove("Accept-Language");
        partner.Client.DefaultRequestHeaders.Add("Accept-Language", "fr, id;q=0.5");
        using var indonesian = await partner.RegisterAsync(body, "a-6");

        (await english.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid")).GetProperty("title").GetString().ShouldBe("Data has to be mended");
        (await indonesian.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid")).GetProperty("title").GetString().ShouldBe("Data perlu diperbaiki");
        english.Content.Headers.ContentLanguage.ShouldBe(["en"]);
    }

    [Fact]
    public async Task Lists_every_difference_from_the_description_by_its_place()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var body = ApiPartner.Person(9917);
        body["priority"] = "high";
        body["language"] = "fr";
        body["applicant"]!["nik"] = 3171031708909901;
        body["applicant"]!["birthDate"] = "17/08/1990";
        body["applicant"]!["address"]!["zip~code/x"] = "10640";
        body["consent"]!["registration"] = "yes";
        body["consent"]!["givenAt"] = "2026-11-22T09:00:00";

        using var answer = await partner.RegisterAsync(body, "a-7");

        (await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid")).Errors().ShouldBe(
        [
            "#/priority unknown_field", "#/language unknown_choice", "#/applicant/nik wrong_type", "#/applicant/birthDate wrong_type",
            "#/applicant/address/zip~0code~1x unknown_field", "#/consent/registration wrong_type", "#/consent/givenAt wrong_type",
        ], ignoreOrder: true);
    }

    [Theory]
    [InlineData("{", "malformed_request")]
    [InlineData("", "malformed_request")]
    [InlineData("""{"product":"A","product":"B"}""", "malformed_request")]
    [InlineData("""{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}""", "malformed_request")]
    [InlineData("{\"product\":\"A\"} trailing", "malformed_request")]
    public async Task Refuses_text_that_is_no_JSON(string body, string code)
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);

        using var answer = await partner.PostAsync(body, "a-8");

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData("[]", "# wrong_type")]
    [InlineData("null", "# wrong_type")]
    [InlineData("""{"applicant":{}}""", "#/applicant/kind required")]
    [InlineData("""{"applicant":{"kind":"robot"}}""", "#/applicant/kind unknown_choice")]
    [InlineData("""{"product":"\ud800"}""", "#/product wrong_type")]
    [InlineData("{}", "#/applicant/kind required")]
    [InlineData("{}", "#/product product_not_offered")]
    [InlineData("{}", "#/consent consent_required")]
    public async Task Refuses_JSON_that_is_no_registration(string body, string error)
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);

        using var answer = await partner.PostAsync(body, "a-9");

        (await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid")).Errors().ShouldContain(error);
    }

    [Fact]
    public async Task Refuses_other_encodings_than_UTF_8()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var text = ApiPartner.Person(9918).ToJsonString();

        using var announced = await partner.PostAsync(text, "a-10", "application/json; charset=iso-8859-1");
        using var marked = await partner.PostAsync('\uFEFF' + text, "a-10");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/registrations") { Content = new ByteArrayContent([(byte)'{', (byte)'"', 0xC3, (byte)'"', (byte)'}']) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Headers.Add("Idempotency-Key", "a-10");
        using var broken = await partner.Client.SendAsync(request, Token);

        await announced.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
        await marked.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "not_utf8");
        await broken.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "not_utf8");
    }

    [Theory]
    [InlineData("policyVersion", "2020-01", "#/consent consent_text_outdated")]
    [InlineData("registration", false, "#/consent consent_required")]
    [InlineData("givenAt", null, "#/consent/givenAt required")]
    [InlineData("givenAt", "2099-01-01T00:00:00Z", "#/consent/givenAt date_in_future")]
    [InlineData("givenAt", "2026-01-02T00:00:00Z", "#/consent/givenAt consent_too_old")]
    public async Task Requires_a_consent_to_the_text_that_applied_when_it_was_given(string field, object? value, string error)
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var body = ApiPartner.Person(9919);
        body["consent"]![field] = value switch
        {
            string text => JsonValue.Create(text),
            bool flag => JsonValue.Create(flag),
            _ => null,
        };

        using var answer = await partner.RegisterAsync(body, "a-11");

        (await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid")).Errors().ShouldBe([error]);
    }

    [Fact]
    public async Task Refuses_a_product_that_is_not_offered_to_the_applicant()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var body = ApiPartner.Person(9920);
        body["product"] = "INTERNET-BISNIS";

        using var answer = await partner.RegisterAsync(body, "a-12");

        (await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid")).Errors().ShouldBe(["#/product product_not_offered"]);
    }

    [Fact]
    public async Task Shows_partners_what_is_offered_and_what_must_be_agreed_to()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host, PartnerScopes.RegistrationsRead);

        using var products = await partner.GetAsync("/api/v1/products");
        using var policy = await partner.GetAsync("/api/v1/privacy-policy");

        var offered = await ApiPartner.ReadAsync(products);
        offered.GetProperty("products").EnumerateArray().Select(product => product.GetProperty("code").GetString()).ShouldContain("INTERNET-RUMAH");
        offered.GetProperty("products")[0].GetProperty("requirements").GetArrayLength().ShouldBeGreaterThan(0);
        (await ApiPartner.ReadAsync(policy)).GetProperty("version").GetString().ShouldBe("2026-01");
    }
}
