using System.Text.Json;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>What a check rests on: the fields as keyed hashes, and the documents as the files that were current.</summary>
/// <param name="Fields">Keyed hash of each filled field, by path.</param>
/// <param name="Documents">Ids of the files of the newest versions, every part of them.</param>
public sealed record CheckBasis(IReadOnlyDictionary<string, string> Fields, IReadOnlyList<Guid> Documents)
{
    /// <summary>The greatest length of the stored form.</summary>
    public const int MaxLength = 8000;

    /// <summary>As it is stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Takes back the stored form.</summary>
    public static CheckBasis FromJson(string json) => JsonSerializer.Deserialize<CheckBasis>(json)!;

    /// <summary>What has changed since, or null when the check still stands.</summary>
    /// <param name="now">What the same check would rest on now.</param>
    /// <param name="owner">The case, to name the documents.</param>
    internal StaleCheck? ChangedIn(CheckBasis now, OnboardingCase owner)
    {
        var fields = Fields.Keys.Union(now.Fields.Keys, StringComparer.Ordinal)
            .Where(path => Fields.GetValueOrDefault(path) != now.Fields.GetValueOrDefault(path))
            .ToList();
        var documents = owner.Documents.Where(document => now.Documents.Contains(document.Id) && !Documents.Contains(document.Id)).Select(document => document.Kind).Distinct().ToList();
        return fields.Count + documents.Count == 0 ? null : new StaleCheck(fields, documents);
    }
}

/// <summary>Why a check has to be made again ("berubah sejak diperiksa").</summary>
/// <param name="Fields">Paths of the fields that changed.</param>
/// <param name="Documents">Kinds of which there is a newer version, or a further page.</param>
public sealed record StaleCheck(IReadOnlyList<string> Fields, IReadOnlyList<DocumentKind> Documents);
