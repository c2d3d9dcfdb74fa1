using System.ComponentModel.DataAnnotations;

namespace Onboarding.Portal.Api.Registrations;

/// <summary>A registration, as a partner sends it in.</summary>
public sealed record RegistrationRequest
{
    /// <summary>Code of the product, from GET /api/v1/products.</summary>
    [Required]
    public string? Product { get; init; }

    /// <summary>Version of the brochure that the applicant was shown, from GET /api/v1/products. When it is sent, it must be the one in effect.</summary>
    public int? BrochureVersion { get; init; }

    /// <summary>Language in which the applicant is written to; Bahasa Indonesia when absent.</summary>
    public ApiLanguage? Language { get; init; }

    /// <summary>The consent that the applicant gave to the partner.</summary>
    [Required]
    public ConsentRequest? Consent { get; init; }

    /// <summary>Who registers: a person or a business.</summary>
    [Required]
    public ApplicantRequest? Applicant { get; init; }
}

/// <summary>A language.</summary>
public enum ApiLanguage
{
    /// <summary>Bahasa Indonesia.</summary>
    Id = 1,

    /// <summary>English.</summary>
    En,
}

/// <summary>The consent that the applicant gave, after having been shown the privacy policy.</summary>
public sealed record ConsentRequest
{
    /// <summary>Version of the policy that was shown, from GET /api/v1/privacy-policy. It must be the one that applied at givenAt.</summary>
    [Required]
    public string? PolicyVersion { get; init; }

    /// <summary>When it was given, with the distance from UTC; at most 30 days ago.</summary>
    [Required]
    public DateTimeOffset? GivenAt { get; init; }

    /// <summary>Consent to the processing of the registration; must be true.</summary>
    [Required]
    public bool? Registration { get; init; }

    /// <summary>Consent to offers; false when absent. It must never be a condition.</summary>
    public bool? Marketing { get; init; }
}
