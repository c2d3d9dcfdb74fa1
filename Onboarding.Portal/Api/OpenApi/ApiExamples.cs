using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Onboarding.Portal.Api.Problems;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Api.OpenApi;

/// <summary>Examples of the document. Everybody in them is invented: numbers that name nobody.</summary>
internal static class ApiExamples
{
    /// <summary>A number of a registration.</summary>
    public const string Number = "ONB-2026-000123";

    /// <summary>An idempotency key.</summary>
    public const string Key = "0199e5a2-4c1e-7c11-9a55-3f1b8c2d9901";

    private const string Time = "2026-11-22T02:00:00Z";

    private const string Address = """{"street":"Jl. Contoh No. 1","rt":"003","rw":"012","villageCode":"31.71.03.1001","postalCode":"10640"}""";

    private const string Consent = """{"policyVersion":"2026-01","givenAt":"2026-11-22T09:00:00+07:00","registration":true,"marketing":false}""";

    /// <summary>Registrations of a person and of a business.</summary>
    public static IDictionary<string, IOpenApiExample> Registrations() => new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal)
    {
        ["person"] = new OpenApiExample { Summary = "A person", Value = Person() },
        ["business"] = new OpenApiExample { Summary = "A business", Value = Business() },
        ["foreignRepresentative"] = new OpenApiExample { Summary = "A business that a foreigner signs for", Value = ForeignRepresentative() },
    };

    /// <summary>A registration of a person.</summary>
    public static JsonNode Person() => JsonNode.Parse($$"""
        {"product":"INTERNET-RUMAH","language":"id","consent":{{Consent}},
         "applicant":{"kind":"person","fullName":"Budi Santoso","citizenship":"indonesian","nik":"3171031708909901","birthPlace":"Jakarta",
          "birthDate":"1990-08-17","sex":"male","phone":"+6281200009901","email":"budi@contoh.example","address":{{Address}} } }
        """)!;

    /// <summary>A registration of a business.</summary>
    public static JsonNode Business() => JsonNode.Parse($$"""
        {"product":"INTERNET-BISNIS","consent":{{Consent}},
         "applicant":{"kind":"business","legalForm":"pt","businessName":"PT Contoh Sejahtera","nib":"2208260009901","npwp":"0123456782999000","deedNumber":"12",
          "deedDate":"2024-03-05","notaryName":"Siti Rahma, S.H.","notaryCity":"Jakarta Selatan","decreeNumber":"AHU-0099001.AH.01.01.TAHUN 2024",
          "beneficialOwner":"Andi Wijaya","representativeName":"Andi Wijaya","representativePosition":"Direktur","representativeNik":"3171031708909901","phone":"+6281300009901",
          "email":"usaha@contoh.example","address":{{Address}} } }
        """)!;

    /// <summary>The same business when a foreigner signs for it.</summary>
    public static JsonNode ForeignRepresentative()
    {
        JsonNode registration = Business();
        JsonObject applicant = registration["applicant"]!.AsObject();
        applicant.Remove("representativeNik");
        applicant["representativeName"] = "John Smith";
        applicant["representativeCitizenship"] = "foreign";
        applicant["representativePassportNumber"] = "X9900001";
        applicant["representativePassportCountry"] = "SG";
        applicant["representativePassportExpiry"] = "2030-01-31";
        return registration;
    }

    /// <summary>A webhook.</summary>
    public static JsonNode Webhook() => JsonNode.Parse($$"""
        {"type":"registration.status_changed","timestamp":"{{Time}}",
         "data":{"number":"{{Number}}","previousStatus":"received","status":"in_verification","reason":"progressed"} }
        """)!;

    /// <summary>The answer of an operation that was done.</summary>
    public static JsonNode? AnswerOf(ApiOperation operation)
    {
        const string document =
            $$"""{"id":"0199e5a2-4c1e-7c11-9a55-3f1b8c2d0001","kind":"identity_card","version":1,"part":1,"fileName":"ktp.jpg","mediaType":"image/jpeg","size":184320,"state":"usable","addedAt":"{{Time}}"}""";
        string? text = operation.Id switch
        {
            "createRegistration" => $$"""{"number":"{{Number}}","status":"received","receivedAt":"{{Time}}","missingDocuments":["identity_card"],"warnings":[]}""",
            "readRegistration" => $$"""
                {"number":"{{Number}}","status":"in_verification","statusSince":"{{Time}}","reason":"progressed","receivedAt":"{{Time}}","product":"INTERNET-RUMAH","kind":"person",
                 "documents":[{{document}}],"missingDocuments":[]}
                """,
            "addDocuments" => $$"""{"documents":[{{document}}],"warnings":[]}""",
            "listDocuments" => $$"""{"documents":[{{document}}]}""",
            "listRegions" => """{"regions":[{"code":"31.71.03.1001","name":"Gunung Sahari Selatan","level":"village","within":["Kemayoran","Kota Administrasi Jakarta Pusat","DKI Jakarta"]}]}""",
            _ => null,
        };
        return text is null ? null : JsonNode.Parse(text);
    }

    /// <summary>A problem of each kind.</summary>
    public static IDictionary<string, IOpenApiExample> Problems(IEnumerable<ApiProblemKind> kinds) => kinds.ToDictionary(
        kind => kind.Code,
        IOpenApiExample (kind) => new OpenApiExample { Value = Problem(kind) },
        StringComparer.Ordinal);

    private static JsonObject Problem(ApiProblemKind kind)
    {
        JsonObject problem = new()
        {
            ["type"] = "https://onboarding.example" + kind.Path,
            ["title"] = English(kind.Title),
            ["status"] = kind.Status,
            ["detail"] = English(kind.Detail).Replace("{0}", "registrations:read", StringComparison.Ordinal),
            ["code"] = kind.Code,
            ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        };
        if (kind == ApiProblemKind.Invalid)
        {
            problem["errors"] = JsonNode.Parse("""[{"pointer":"#/applicant/nik","code":"wrong_length","message":"NIK must have 16 digits."}]""");
        }
        else if (kind == ApiProblemKind.DocumentRejected)
        {
            problem["errors"] = JsonNode.Parse("""[{"pointer":"#/identity_card","code":"damaged","message":"The file is damaged."}]""");
        }

        return problem;
    }

    // The document is in English, whoever asks for it first.
    private static string English(Func<string> text) => Languages.In("en", text);
}
