using System.Text.Json;
using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage1Intake;

namespace Onboarding.Portal.Api.Requests;

/// <summary>
/// Where a field of the core stands in a request: <c>Address.PostalCode</c> is <c>#/applicant/address/postalCode</c>. The names
/// are the core's own, so there is no list that could lag behind its rules.
/// </summary>
internal static class RegistrationPointers
{
    /// <summary>The product.</summary>
    public const string Product = "#/product";

    private const string Consent = "#/consent";

    /// <summary>The pointer of a path.</summary>
    /// <param name="path">Name of a property of the core, with a dotted path for nested values.</param>
    public static string Of(string path) => path switch
    {
        nameof(RegisterCase.ProductCode) => Product,
        nameof(RegisterCase.Language) => "#/language",
        nameof(IntakeDetails.BrochureVersion) => "#/brochureVersion",
        nameof(RegisterCase.Consent) => Consent,
        _ when path.StartsWith(nameof(RegisterCase.Consent) + ".", StringComparison.Ordinal) => Join(Consent, path[(nameof(RegisterCase.Consent).Length + 1)..]),
        nameof(ApplicantData.Kind) => "#/applicant/kind",
        _ => Join("#/applicant", path),
    };

    private static string Join(string start, string path) =>
        string.Join('/', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName).Prepend(start));
}
