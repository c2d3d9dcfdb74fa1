using System.ComponentModel.DataAnnotations;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Partners;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Api.Documents;
using Onboarding.Portal.Api.Problems;

namespace Onboarding.Portal.Api.Registrations;

/// <summary>A registration that was taken.</summary>
public sealed record RegistrationCreated
{
    /// <summary>Its number (nomor pendaftaran).</summary>
    [Required]
    public required string Number { get; init; }

    /// <summary>Where it stands.</summary>
    [Required]
    public required CaseStatus Status { get; init; }

    /// <summary>When it was received (UTC).</summary>
    [Required]
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Documents that are needed, to be sent to /api/v1/registrations/{number}/documents.</summary>
    [Required]
    public required IReadOnlyList<DocumentKind> MissingDocuments { get; init; }

    /// <summary>What looked odd but did not stop the registration; a person will look at it.</summary>
    [Required]
    public required IReadOnlyList<ApiFieldError> Warnings { get; init; }
}

/// <summary>How a registration stands.</summary>
public sealed record RegistrationStatus
{
    /// <summary>Its number.</summary>
    [Required]
    public required string Number { get; init; }

    /// <summary>Where it stands.</summary>
    [Required]
    public required CaseStatus Status { get; init; }

    /// <summary>Since when (UTC).</summary>
    [Required]
    public required DateTimeOffset StatusSince { get; init; }

    /// <summary>Why it stands there; absent while it stands where it began.</summary>
    public StatusReason? Reason { get; init; }

    /// <summary>When it was received (UTC).</summary>
    [Required]
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Code of the product.</summary>
    [Required]
    public required string Product { get; init; }

    /// <summary>Person or business.</summary>
    [Required]
    public required CustomerKind Kind { get; init; }

    /// <summary>What you added; documents from others are not shown.</summary>
    [Required]
    public required IReadOnlyList<DocumentAnswer> Documents { get; init; }

    /// <summary>Documents that are still needed, whoever brings them.</summary>
    [Required]
    public required IReadOnlyList<DocumentKind> MissingDocuments { get; init; }

    /// <summary>The core's view as an answer.</summary>
    internal static RegistrationStatus Of(PartnerCase found) => new()
    {
        Number = found.Number,
        Status = found.Status,
        StatusSince = found.StatusSince,
        Reason = found.Reason,
        ReceivedAt = found.ReceivedAt,
        Product = found.ProductCode,
        Kind = found.Kind,
        Documents = [.. found.Documents.Select(DocumentAnswer.Of)],
        MissingDocuments = found.MissingDocuments,
    };
}
