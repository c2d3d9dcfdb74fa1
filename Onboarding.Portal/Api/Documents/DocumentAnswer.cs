using System.ComponentModel.DataAnnotations;
using Onboarding.Core.Documents;
using Onboarding.Core.Partners;

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

/// <summary>Documents.</summary>
public sealed record DocumentList
{
    /// <summary>The documents, oldest first.</summary>
    [Required]
    public required IReadOnlyList<DocumentAnswer> Documents { get; init; }
}
