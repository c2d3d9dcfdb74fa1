using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Partners;
using Onboarding.Portal.Api.OpenApi;
using Onboarding.Portal.Api.Problems;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Api;

/// <summary>The description of the interface says what the interface does.</summary>
public sealed class OpenApiTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private const string Document = "/openapi/v1.json";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Describes_every_endpoint_and_nothing_else()
    {
        var document = await ReadAsync();

        document.GetProperty("openapi").GetString()!.ShouldStartWith("3.1");
        var described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"));
        var endpoints = shared.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText}"))
            .ToList();
        endpoints.Count.ShouldBe(7);
        described.ShouldBe(endpoints, ignoreOrder: true);
    }

    [Fact]
    public async Task Describes_of_each_operation_its_key_its_problems_and_its_examples()
    {
        var document = await ReadAsync();

        foreach (var operation in document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(one => one.Value))
        {
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrWhiteSpace();
            operation.GetProperty("security")[0].GetProperty("partnerKey").GetArrayLength().ShouldBe(1);
            foreach (var status in ApiOperations.Everywhere.Select(problem => problem.Status))
            {
                operation.GetProperty("responses").GetProperty($"{status}").GetProperty("content").GetProperty("application/problem+json").TryGetProperty("examples", out _).ShouldBeTrue();
            }
        }

        var scheme = document.GetProperty("components").GetProperty("securitySchemes").GetProperty("partnerKey");
        scheme.GetProperty("scheme").GetString().ShouldBe("bearer");
        document.GetProperty("webhooks").TryGetProperty("registration.status_changed", out _).ShouldBeTrue();
        document.ToString().ShouldNotContain("Onboarding.Portal", Case.Sensitive);
        document.ToString().ShouldNotContain("Onboarding.Core", Case.Sensitive);
    }

    [Fact]
    public async Task Shows_the_names_of_the_contract_that_partners_rely_on()
    {
        var document = await ReadAsync();

        // Renaming a value of the core changes what partners have programmed against: this list says so.
        Enum("CaseStatus").ShouldBe(
        [
            "draft", "received", "awaiting_applicant", "in_verification", "awaiting_clarification", "verified", "recorded", "awaiting_approval",
            "activating", "active", "completed", "rejected", "withdrawn", "expired", "cancelled",
        ], ignoreOrder: true);
        Enum("DocumentKind").ShouldBe(
        [
            "identity_card", "tax_card", "passport", "stay_permit", "deed_of_establishment", "deed_of_amendment", "legal_decree", "business_identification",
            "power_of_attorney", "representative_identity_card", "representative_passport", "other", "issued_form", "registration_evidence",
        ], ignoreOrder: true);
        Enum("LegalForm").ShouldBe(["pt", "pt_perorangan", "cv", "firma", "persekutuan_perdata", "koperasi", "yayasan", "perkumpulan", "ud", "other"], ignoreOrder: true);

        string[] Enum(string name) => [.. document.GetProperty("components").GetProperty("schemas").GetProperty(name).GetProperty("enum").EnumerateArray().Select(value => value.GetString()!)];
    }

    [Fact]
    public async Task Describes_answers_as_they_are()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var document = await ReadAsync();

        using var created = await partner.RegisterAsync(ApiPartner.Person(9941), "o-1");
        var number = (await ApiPartner.ReadAsync(created)).GetProperty("number").GetString()!;
        using var files = await partner.SendFilesAsync(number, null, ("identity_card", "ktp.png", Registrations.Picture().ToArray()));
        await ConformAsync(document, "post", "/api/v1/registrations", created);
        await ConformAsync(document, "post", "/api/v1/registrations/{number}/documents", files);
        foreach (var (path, address) in new[]
        {
            ("/api/v1/registrations/{number}", $"/api/v1/registrations/{number}"),
            ("/api/v1/registrations/{number}/documents", $"/api/v1/registrations/{number}/documents"),
            ("/api/v1/products", "/api/v1/products"),
            ("/api/v1/regions", "/api/v1/regions?search=kemayoran"),
            ("/api/v1/privacy-policy", "/api/v1/privacy-policy"),
        })
        {
            using var answer = await partner.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            await ConformAsync(document, "get", path, answer);
        }
    }

    [Fact]
    public async Task Describes_problems_as_they_are()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        using var narrow = await ApiPartner.CreateAsync(shared.Host, PartnerScopes.DocumentsWrite);
        var document = await ReadAsync();
        const string path = "/api/v1/registrations";

        using var invalid = await partner.PostAsync("{\"x\":1}", "o-2");
        using var malformed = await partner.PostAsync("{", "o-2");
        using var forbidden = await narrow.PostAsync("{}", "o-2");
        using var type = await partner.PostAsync("{}", "o-2", "text/plain");
        foreach (var answer in new[] { invalid, malformed, forbidden, type })
        {
            await ConformAsync(document, "post", path, answer);
        }
    }

    [Fact]
    public async Task Takes_its_own_examples()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var document = await ReadAsync();
        var body = document.GetProperty("paths").GetProperty("/api/v1/registrations").GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json");

        foreach (var example in body.GetProperty("examples").EnumerateObject())
        {
            var registration = JsonNode.Parse(example.Value.GetProperty("value").GetRawText())!;
            JsonSchemaCheck.Errors(document, body.GetProperty("schema"), example.Value.GetProperty("value")).ShouldBeEmpty(example.Name);
            registration["consent"]!["givenAt"] = ApiPartner.Person()["consent"]!["givenAt"]!.GetValue<string>();
            using var answer = await partner.RegisterAsync(registration, $"example-{example.Name}");
            answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Token));
        }
    }

    [Fact]
    public async Task Explains_each_problem_on_a_page_without_scripts_of_its_own()
    {
        using PortalVisitor visitor = new(shared.Host);

        using var answer = await visitor.GetAsync("/api/docs");
        var page = await PortalVisitor.ReadAsync(answer);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var kind in ApiProblemKind.All)
        {
            page.GetElementById(kind.Anchor).ShouldNotBeNull(kind.Code);
        }

        page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
        page.Body!.TextContent.ShouldContain("/api/v1/registrations/{number}/documents");
        page.Body.TextContent.ShouldContain("Idempotency-Key");
    }

    private static async Task ConformAsync(JsonElement document, string method, string path, HttpResponseMessage answer)
    {
        var response = document.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses").GetProperty($"{(int)answer.StatusCode}");
        var schema = response.GetProperty("content").GetProperty(answer.Content.Headers.ContentType!.MediaType!).GetProperty("schema");
        JsonSchemaCheck.Errors(document, schema, await ApiPartner.ReadAsync(answer)).ShouldBeEmpty($"{method} {path} {(int)answer.StatusCode}");
    }

    private async Task<JsonElement> ReadAsync()
    {
        using HttpClient client = new() { BaseAddress = shared.Host.Address };
        using var answer = await client.GetAsync(new Uri(Document, UriKind.Relative), Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await ApiPartner.ReadAsync(answer);
    }
}
