using System.Text.Json.Serialization;

namespace Onboarding.Core.Clarifications;

/// <summary>The answer to one item, or what was typed of it so far. Personal data: it is stored encrypted.</summary>
public sealed record ItemAnswer
{
    /// <summary>Greatest length of one typed value.</summary>
    public const int MaxValueLength = 500;

    /// <summary>Greatest length of a remark or of the answer to a question.</summary>
    public const int MaxNoteLength = 2000;

    /// <summary>New values by the path of their field: one for a field, several for an address.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>True when the applicant says that what we have is right.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>The answer to a question, or a remark to a field or document.</summary>
    public string? Note { get; init; }

    /// <summary>The documents that were sent, in order; their versions are in the case.</summary>
    public IReadOnlyList<Guid> Documents { get; init; } = [];

    /// <summary>Whether anything was said. Files that wait to be sent are counted elsewhere.</summary>
    [JsonIgnore]
    public bool HasContent => Values.Count > 0 || IsConfirmed || !string.IsNullOrWhiteSpace(Note) || Documents.Count > 0;

    /// <summary>An answer is personal data and is not printed.</summary>
    public override string ToString() => nameof(ItemAnswer);
}
