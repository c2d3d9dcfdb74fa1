using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Onboarding.Portal.Api.Problems;

/// <summary>Why a request was not answered as asked (RFC 9457).</summary>
public sealed record ApiProblem
{
    /// <summary>Names the kind of problem; the address explains it.</summary>
    [Required]
    public required string Type { get; init; }

    /// <summary>The kind of problem in words, in the language of the request.</summary>
    [Required]
    public required string Title { get; init; }

    /// <summary>The status of the answer.</summary>
    [Required]
    public required int Status { get; init; }

    /// <summary>What can be done about it.</summary>
    [Required]
    public required string Detail { get; init; }

    /// <summary>The kind of problem in one word that never changes.</summary>
    [Required, Description("The kind of problem in one word that never changes; programs decide by it.")]
    public required string Code { get; init; }

    /// <summary>Names this request in our log.</summary>
    [Required]
    public required string TraceId { get; init; }

    /// <summary>What is wrong with each field; only where fields are wrong.</summary>
    public IReadOnlyList<ApiFieldError>? Errors { get; init; }
}

/// <summary>What is wrong with, or odd about, one field.</summary>
/// <param name="Place">Which field: a JSON Pointer (RFC 6901) as a fragment, for example #/applicant/nik.</param>
/// <param name="Code">What it is, in one word that never changes.</param>
/// <param name="Message">The same in words, in the language of the request.</param>
public sealed record ApiFieldError(
    [property: Required, JsonPropertyName("pointer")] string Place,
    [property: Required] string Code,
    [property: Required] string Message);
