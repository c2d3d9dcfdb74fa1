using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Api;

/// <summary>The addresses of the partner interface.</summary>
public static class ApiPaths
{
    /// <summary>Where version 1 begins.</summary>
    public const string V1 = PortalPaths.Api + "/v1";

    /// <summary>The registrations.</summary>
    public const string Registrations = "/registrations";

    /// <summary>One registration.</summary>
    public const string Registration = Registrations + "/{number}";

    /// <summary>The documents of one registration.</summary>
    public const string Documents = Registration + "/documents";

    /// <summary>What is offered.</summary>
    public const string Products = "/products";

    /// <summary>The official regions.</summary>
    public const string Regions = "/regions";

    /// <summary>The privacy policy that applies.</summary>
    public const string PrivacyPolicy = "/privacy-policy";

    /// <summary>The name of the OpenAPI document.</summary>
    public const string DocumentName = "v1";

    /// <summary>The route of the OpenAPI document.</summary>
    public const string DocumentRoute = "/openapi/{documentName}.json";

    /// <summary>The OpenAPI document.</summary>
    public const string Document = "/openapi/v1.json";

    /// <summary>The address of one registration.</summary>
    public static string Of(string number) => $"{V1}{Registrations}/{number}";

    /// <summary>The address of its documents.</summary>
    public static string DocumentsOf(string number) => $"{Of(number)}/documents";
}
