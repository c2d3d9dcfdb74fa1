namespace Onboarding.Core.IdentityNumbers;

/// <summary>
/// The mail services that most applicants use, to notice a slip of the finger in their names: a confirmation that goes to
/// gmial.com is never read, and a case waits in vain.
/// </summary>
internal static class EmailDomains
{
    private static readonly string[] Usual = ["gmail.com", "yahoo.com", "yahoo.co.id", "hotmail.com", "outlook.com", "icloud.com"];

    // One letter from a usual one, and real.
    private static readonly string[] AlsoReal = ["ymail.com", "mail.com", "email.com", "yahoo.co.in"];

    /// <summary>The usual domain that this one is a single slip away from; nothing for a usual one and for any other.</summary>
    /// <param name="domain">A domain in lower case.</param>
    public static string? Meant(string domain) =>
        Usual.Contains(domain, StringComparer.Ordinal) || AlsoReal.Contains(domain, StringComparer.Ordinal)
            ? null
            : Array.Find(Usual, usual => IsOneSlip(domain, usual));

    // One letter too many, missing or wrong, or two neighbours exchanged.
    private static bool IsOneSlip(string typed, string meant)
    {
        var start = typed.AsSpan().CommonPrefixLength(meant);
        ReadOnlySpan<char> left = typed.AsSpan(start);
        ReadOnlySpan<char> right = meant.AsSpan(start);
        return (left.Length - right.Length) switch
        {
            1 => left[1..].SequenceEqual(right),
            -1 => left.SequenceEqual(right[1..]),
            0 => left[1..].SequenceEqual(right[1..]) || (left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..])),
            _ => false,
        };
    }
}
