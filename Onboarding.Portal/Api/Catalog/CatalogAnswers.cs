using System.ComponentModel.DataAnnotations;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Documents;

namespace Onboarding.Portal.Api.Catalog;

/// <summary>What is offered.</summary>
public sealed record ProductList
{
    /// <summary>The products that can be registered for now, by code.</summary>
    [Required]
    public required IReadOnlyList<ProductAnswer> Products { get; init; }
}

/// <summary>A product.</summary>
public sealed record ProductAnswer
{
    /// <summary>Its code, for the registration.</summary>
    [Required]
    public required string Code { get; init; }

    /// <summary>Its name, in the language of the request.</summary>
    [Required]
    public required string Name { get; init; }

    /// <summary>What it is, in the language of the request.</summary>
    [Required]
    public required string Summary { get; init; }

    /// <summary>Fee in rupiah per month.</summary>
    [Required]
    public required decimal MonthlyFee { get; init; }

    /// <summary>Fee in rupiah that is paid once; 0 for none.</summary>
    [Required]
    public required decimal OneTimeFee { get; init; }

    /// <summary>Months for which the service has to be kept; 0 when it can be ended at any time.</summary>
    [Required]
    public required int MinimumMonths { get; init; }

    /// <summary>Version of the brochure in effect: what to show, and what to send with the registration.</summary>
    [Required]
    public required int BrochureVersion { get; init; }

    /// <summary>What each group of applicants has to bring and fill in.</summary>
    [Required]
    public required IReadOnlyList<RequirementAnswer> Requirements { get; init; }

    /// <summary>Who may register for it.</summary>
    [Required]
    public required IReadOnlyList<CustomerKind> Kinds { get; init; }
}

/// <summary>The documents and fields that are needed from one group of applicants.</summary>
public sealed record RequirementAnswer
{
    /// <summary>Who registers.</summary>
    [Required]
    public required ApplicantGroup Group { get; init; }

    /// <summary>Kinds of documents.</summary>
    [Required]
    public required IReadOnlyList<DocumentKind> Documents { get; init; }

    /// <summary>Fields that are optional elsewhere and required for this product, by their place in a registration.</summary>
    [Required]
    public required IReadOnlyList<string> Fields { get; init; }
}

/// <summary>The privacy policy that applies now: what the applicant must be shown before consent is asked for.</summary>
public sealed record PrivacyPolicyAnswer
{
    /// <summary>Its version, for the consent.</summary>
    [Required]
    public required string Version { get; init; }

    /// <summary>From when it applies (UTC).</summary>
    [Required]
    public required DateTimeOffset EffectiveFrom { get; init; }

    /// <summary>The text in Bahasa Indonesia, which is the reference, in Markdown.</summary>
    [Required]
    public required string Indonesian { get; init; }

    /// <summary>The text in English, in Markdown.</summary>
    [Required]
    public required string English { get; init; }
}
