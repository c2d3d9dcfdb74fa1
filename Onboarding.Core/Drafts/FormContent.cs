namespace Onboarding.Core.Drafts;

/// <summary>What stands in a form.</summary>
/// <param name="Texts">What was written, by the name of the field: the words of the person, to be shown as they are.</param>
/// <param name="Choices">What was chosen or ticked, by the name of the field, in the words of the program.</param>
public sealed record FormContent(IReadOnlyDictionary<string, string> Texts, IReadOnlyDictionary<string, string> Choices)
{
    /// <summary>Characters that one form may hold; the longest form of the portal has a fifth of it.</summary>
    public const int MaxLength = 100_000;

    /// <summary>Nothing.</summary>
    public static FormContent Empty { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>Characters of all names and values.</summary>
    public int Length => Texts.Concat(Choices).Sum(entry => entry.Key.Length + entry.Value.Length);

    /// <summary>Whether the same stands in both.</summary>
    public bool IsSameAs(FormContent other) => IsSame(Texts, other.Texts) && IsSame(Choices, other.Choices);

    private static bool IsSame(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(field => other.TryGetValue(field.Key, out var value) && string.Equals(field.Value, value, StringComparison.Ordinal));
}
