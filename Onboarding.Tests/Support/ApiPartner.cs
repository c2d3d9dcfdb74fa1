using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Partners;

namespace Onboarding.Tests.Support;

/// <summary>A partner of a portal under test, with a key and a program that uses it over HTTP.</summary>
public sealed class ApiPartner : IDisposable
{
    private static int _names;

    private ApiPartner(PortalHost host, Guid id, string key)
    {
        Id = id;
        Key = key;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Address };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; }

    /// <summary>The key.</summary>
    public string Key { get; }

    /// <summary>The program.</summary>
    public HttpClient Client { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Makes a partner with a key that opens everything, or these scopes.</summary>
    public static async Task<ApiPartner> CreateAsync(
        PortalHost host, PartnerScopes? scopes = null, int requestsPerMinute = PartnerKey.MostRequestsPerMinute, DateTimeOffset? expiresAt = null)
    {
        ArgumentNullException.ThrowIfNull(host);
        var services = host.Started();
        var name = string.Create(CultureInfo.InvariantCulture, $"PT Mitra Contoh {Interlocked.Increment(ref _names)}");
        var id = (await services.GetRequiredService<EditPartnerHandler>().CreateAsync(new(name, "mitra@contoh.example"), Staff.Yusuf, Token)).ShouldBeDone();
        var key = await services.GetRequiredService<PartnerKeysHandler>().CreateAsync(
            new(id, "uji", scopes ?? PartnerScopeNames.Everything, requestsPerMinute, expiresAt), Staff.Yusuf, Token);
        return new ApiPartner(host, id, key.ShouldBeDone());
    }

    /// <summary>A registration of a person, as a partner writes it.</summary>
    public static JsonObject Person(int serial = 9901)
    {
        var person = Registrations.Person(serial);
        return Registration("INTERNET-RUMAH", new JsonObject
        {
            ["kind"] = "person",
            ["fullName"] = person.FullName,
            ["nik"] = person.Nik,
            ["birthPlace"] = person.BirthPlace,
            ["birthDate"] = "1990-08-17",
            ["sex"] = "male",
            ["phone"] = person.Phone,
            ["email"] = person.Email,
            ["address"] = Address(person.Address),
        });
    }

    /// <summary>A registration of a company, as a partner writes it.</summary>
    public static JsonObject Business(int serial = 9901)
    {
        var business = Registrations.Business(serial);
        return Registration("INTERNET-BISNIS", new JsonObject
        {
            ["kind"] = "business",
            ["legalForm"] = "pt",
            ["businessName"] = business.BusinessName,
            ["nib"] = business.Nib,
            ["npwp"] = business.Npwp,
            ["deedNumber"] = business.DeedNumber,
            ["deedDate"] = "2024-03-05",
            ["notaryName"] = business.NotaryName,
            ["notaryCity"] = business.NotaryCity,
            ["decreeNumber"] = business.DecreeNumber,
            ["beneficialOwner"] = business.BeneficialOwner,
            ["representativeName"] = business.RepresentativeName,
            ["representativePosition"] = business.RepresentativePosition,
            ["representativeNik"] = business.RepresentativeNik,
            ["phone"] = business.Phone,
            ["email"] = business.Email,
            ["address"] = Address(business.Address),
        });
    }

    /// <inheritdoc />
    public void Dispose() => Client.Dispose();

    /// <summary>Sends a registration in.</summary>
    public Task<HttpResponseMessage> RegisterAsync(JsonNode body, string? idempotencyKey) => PostAsync(body.ToJsonString(), idempotencyKey);

    /// <summary>Posts a text to the registrations.</summary>
    public async Task<HttpResponseMessage> PostAsync(string body, string? idempotencyKey, string contentType = "application/json")
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/registrations") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return await Client.SendAsync(request, Token);
    }

    /// <summary>Sends a registration in and answers its number.</summary>
    public async Task<string> NumberOfNewAsync(int serial = 9901)
    {
        using var answer = await RegisterAsync(Person(serial), Guid.CreateVersion7(DateTimeOffset.UnixEpoch).ToString());
        return (await ReadAsync(answer)).GetProperty("number").GetString().ShouldNotBeNull();
    }

    /// <summary>Sends files, each under the name of its kind.</summary>
    public async Task<HttpResponseMessage> SendFilesAsync(string number, string? idempotencyKey, params (string Kind, string FileName, byte[] Content)[] files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using MultipartFormDataContent content = [];
        foreach (var (kind, fileName, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), kind, fileName);
        }

        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/v1/registrations/{number}/documents") { Content = content };
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return await Client.SendAsync(request, Token);
    }

    /// <summary>Asks for an address.</summary>
    public Task<HttpResponseMessage> GetAsync(string address) => Client.GetAsync(new Uri(address, UriKind.Relative), Token);

    /// <summary>The JSON of an answer.</summary>
    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(Token));
        return document.RootElement.Clone();
    }

    private static JsonObject Registration(string product, JsonObject applicant) => new()
    {
        ["product"] = product,
        ["language"] = "id",
        ["consent"] = new JsonObject
        {
            ["policyVersion"] = "2026-01",
            ["givenAt"] = TimeProvider.System.GetUtcNow().AddHours(-1).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ["registration"] = true,
        },
        ["applicant"] = applicant,
    };

    private static JsonObject Address(AddressData address) => new()
    {
        ["street"] = address.Street,
        ["rt"] = address.Rt,
        ["rw"] = address.Rw,
        ["villageCode"] = address.VillageCode,
        ["postalCode"] = address.PostalCode,
    };
}
