using Onboarding.Core.Cases;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>
/// A system outside that can say whether facts are true ("validasi data melalui sistem atau pihak ketiga jika diperlukan",
/// SOP stage 2), for instance the population register or the business register. It is asked for as little as the check needs
/// and answers whether a value agrees, never with the value itself (UU PDP Pasal 16).
/// </summary>
public interface IVerificationSource
{
    /// <summary>What it is and what it can be asked.</summary>
    SourceInfo Info { get; }

    /// <summary>Asks once. Never throws for what the source does: a source that is down is an answer too.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="cancellationToken">The person gave up waiting.</param>
    Task<SourceReply> AskAsync(SourceQuestion question, CancellationToken cancellationToken);
}

/// <summary>A source as the form shows it.</summary>
/// <param name="Name">Short name, the same for ever: checks and answers are kept under it.</param>
/// <param name="TitleIndonesian">Name on screen in Bahasa Indonesia.</param>
/// <param name="TitleEnglish">Name on screen in English.</param>
/// <param name="Kinds">The kinds of customers it knows.</param>
/// <param name="Fields">Paths of the fields that it is asked about; the first is the key, without which it is not asked.</param>
/// <param name="Validity">How long an answer may be used again.</param>
public sealed record SourceInfo(
    string Name, string TitleIndonesian, string TitleEnglish, IReadOnlyList<CustomerKind> Kinds, IReadOnlyList<string> Fields, TimeSpan Validity)
{
    /// <summary>Whether it can say anything about this applicant.</summary>
    internal bool Concerns(ApplicantData data) => Kinds.Contains(data.Kind) && DataFields.Of(data).ContainsKey(Fields[0]);
}

/// <summary>What a source is asked: the values of its fields, and nothing else.</summary>
/// <param name="Kind">The kind of customer.</param>
/// <param name="Values">Value by path of the field.</param>
public sealed record SourceQuestion(CustomerKind Kind, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The values are personal data and are not printed.</summary>
    public override string ToString() => Kind.ToString();
}

/// <summary>What a source said. Stored as text.</summary>
public enum SourceState
{
    /// <summary>Every value that it compared agrees.</summary>
    Match = 1,

    /// <summary>At least one value differs.</summary>
    Mismatch,

    /// <summary>It does not know the key.</summary>
    NotFound,

    /// <summary>It gave no usable answer (gangguan).</summary>
    Unavailable,
}

/// <summary>The reply of a source.</summary>
/// <param name="State">What it said as a whole.</param>
/// <param name="Fields">Whether each compared field agrees, by path; empty unless it answered.</param>
/// <param name="Reference">The source's own reference of this answer, or null.</param>
/// <param name="Failure">Code of what went wrong when it is unavailable, for example Timeout; never a text from outside.</param>
public sealed record SourceReply(SourceState State, IReadOnlyDictionary<string, bool> Fields, string? Reference = null, string? Failure = null)
{
    /// <summary>No usable answer.</summary>
    public static SourceReply Unavailable(string failure) => new(SourceState.Unavailable, new Dictionary<string, bool>(), null, failure);

    /// <summary>The key is not known there.</summary>
    public static SourceReply NotFound(string? reference = null) => new(SourceState.NotFound, new Dictionary<string, bool>(), reference);

    /// <summary>Field by field.</summary>
    public static SourceReply Of(IReadOnlyDictionary<string, bool> fields, string? reference) =>
        new(fields.Values.All(agrees => agrees) ? SourceState.Match : SourceState.Mismatch, fields, reference);
}

/// <summary>The sources of this installation.</summary>
/// <param name="sources">All that are configured.</param>
public sealed class VerificationSources(IEnumerable<IVerificationSource> sources)
{
    private readonly Dictionary<string, IVerificationSource> _byName = sources.ToDictionary(source => source.Info.Name, StringComparer.Ordinal);

    /// <summary>What there is.</summary>
    public IReadOnlyList<SourceInfo> Infos => [.. _byName.Values.Select(source => source.Info)];

    /// <summary>The source of that name, or null.</summary>
    internal IVerificationSource? Find(string name) => _byName.GetValueOrDefault(name);
}
