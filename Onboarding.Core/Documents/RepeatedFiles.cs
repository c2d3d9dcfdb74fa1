namespace Onboarding.Core.Documents;

/// <summary>
/// One file given as two different documents of a registration. Mostly a slip of the hand; at times one scan does show both, so
/// it is said to who sends and to who checks, and never refused.
/// </summary>
public static class RepeatedFiles
{
    /// <summary>The other kinds as which the same content was given, in the order of the kinds; empty when there is none.</summary>
    /// <param name="kind">What the file was given as.</param>
    /// <param name="sha256">SHA-256 of its content as it is kept. What is made of the same photo is the same.</param>
    /// <param name="all">Every file of the registration.</param>
    public static IReadOnlyList<DocumentKind> OtherKinds(DocumentKind kind, byte[] sha256, IEnumerable<(DocumentKind Kind, byte[] Sha256)> all) =>
        [.. all.Where(file => file.Kind != kind && file.Sha256.AsSpan().SequenceEqual(sha256)).Select(file => file.Kind).Distinct().Order()];
}
