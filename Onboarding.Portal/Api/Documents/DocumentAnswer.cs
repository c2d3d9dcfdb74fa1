using System.ComponentModel.DataAnnotations;
using Onboarding.Core.Documents;
using Onboarding.Core.Partners;
using Onboarding.Portal.Api.Problems;
using Onboarding.Portal.Features;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Api.Documents;

/// <summary>A document that was added.</summary>
public sealed record DocumentAnswer
{
    /// <summary>Identity.</summary>
    [Required]
    public required Guid Id { get; init; }

    /// <summary>What it is.</summary>
    [Required]
    public required DocumentKind Kind { get; init; }

    /// <summary>Version of this kind of document, from 1; it counts up when the document is replaced. Nothing is ever overwritten.</summary>
    [Required]
    public required int Version { get; init; }

    /// <summary>Which file of its version, from 1: several files of one kind are parts of one version.</summary>
    [Required]
    public required int Part { get; init; }

    /// <summary>The name it was sent under.</summary>
    [Required]
    public required string FileName { get; init; }

    /// <summary>The type of the content that is kept, found from the content and not from what was announced.</summary>
    [Required]
    public required string MediaType { get; init; }

    /// <summary>Length in bytes, as it is kept: images are rewritten without the place where they were taken.</summary>
    [Required]
    public required long Size { get; init; }

    /// <summary>What is known of its content; it counts when it is usable. One that is not yet checked is looked into within minutes.</summary>
    [Required]
    public required DocumentState State { get; init; }

    /// <summary>When it was added (UTC).</summary>
    [Required]
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The core's view as an answer.</summary>
    internal static DocumentAnswer Of(PartnerDocument document) => new()
    {
        Id = document.Id,
        Kind = document.Kind,
        Version = document.Version,
        Part = document.Part,
        FileName = document.FileName,
        MediaType = document.Type.MediaType(),
        Size = document.Size,
        State = document.State,
        AddedAt = document.AddedAt,
    };
}

/// <summary>Documents that were added by one request.</summary>
public sealed record DocumentsAdded
{
    /// <summary>The documents, oldest first.</summary>
    [Required]
    public required IReadOnlyList<DocumentAnswer> Documents { get; init; }

    /// <summary>What looked odd but did not stop them, such as a kind of document that this applicant is not asked for; a person will look at it.</summary>
    [Required]
    public required IReadOnlyList<ApiFieldError> Warnings { get; init; }

    /// <summary>The core's view as an answer.</summary>
    /// <param name="documents">What was added.</param>
    /// <param name="taken">The kinds that this applicant brings.</param>
    internal static DocumentsAdded Of(IReadOnlyList<PartnerDocument> documents, IReadOnlyList<DocumentKind> taken) => new()
    {
        Documents = [.. documents.Select(DocumentAnswer.Of)],
        Warnings = [.. documents.Select(document => document.Kind).Distinct().Except(taken)
            .Select(kind => new ApiFieldError($"#/{ApiJson.Name(kind)}", "not_for_applicant", ApiText.KindNotForApplicant.With(DomainTexts.Of(kind))))],
    };
}

/// <summary>Documents.</summary>
public sealed record DocumentList
{
    /// <summary>The documents, oldest first.</summary>
    [Required]
    public required IReadOnlyList<DocumentAnswer> Documents { get; init; }
}
