using System.Text.RegularExpressions;

namespace Onboarding.Core.IdentityNumbers;

/// <summary>
/// One e-mail address, name@domain.tld, in ASCII; a domain in another script is written with <c>xn--</c>. The domain is kept
/// in lower case, the name as typed.
/// </summary>
public sealed partial record EmailAddress : TextValue, ITextValue<EmailAddress>
{
    /// <summary>The greatest length that mail servers carry (RFC 5321).</summary>
    public const int MaxLength = 254;

    private const int MaxNameLength = 64;
    private const string LinkScheme = "mailto:";

    // Far more than these patterns need: a machine under load must not turn an address into a failure.
    private const int RegexMilliseconds = 2000;

    private EmailAddress(string value)
        : base(value)
    {
    }

    static int ITextValue<EmailAddress>.MaxLength => MaxLength;

    /// <summary>Reads an address; spaces around it are removed, anything inside that an address cannot have is an error.</summary>
    /// <param name="text">The text as entered.</param>
    public static Reading<EmailAddress> Read(string? text)
    {
        // Not cleaned like a name: an invisible character or a line break inside an address must be seen, not repaired.
        var typed = (text ?? string.Empty).Trim();
        if (typed.StartsWith(LinkScheme, StringComparison.OrdinalIgnoreCase))
        {
            typed = typed[LinkScheme.Length..];
        }

        if (typed.Length == 0)
        {
            return new Reading<EmailAddress>(Finding.Error(FindingCode.Required));
        }

        if (typed.Length > MaxLength)
        {
            return new Reading<EmailAddress>(Finding.Error(FindingCode.TooLong, MaxLength));
        }

        if (Problem(typed) is { } problem)
        {
            return new Reading<EmailAddress>(Finding.Error(problem));
        }

        var at = typed.IndexOf('@', StringComparison.Ordinal);
        var domain = typed[(at + 1)..].ToLowerInvariant();
        return new Reading<EmailAddress>(
            new EmailAddress($"{typed[..at]}@{domain}"),
            EmailDomains.Meant(domain) is { } meant ? [Finding.Warning(FindingCode.EmailDomainMistyped, meant)] : []);
    }

    /// <inheritdoc/>
    public static EmailAddress FromStored(string value) => new(value);

    /// <summary>The first character and the domain stay readable: <c>b***@contoh.co.id</c>.</summary>
    public override string Mask()
    {
        var at = Value.IndexOf('@', StringComparison.Ordinal);
        return at < 1 ? "***" : string.Concat(Value.AsSpan(0, 1), "***", Value.AsSpan(at));
    }

    private static FindingCode? Problem(string typed)
    {
        var parts = typed.Split('@');
        if (parts.Length > 2)
        {
            return FindingCode.EmailMoreThanOne;
        }

        if (typed.Any(character => character is <= ' ' or >= '\u007F' or ',' or ';' or '<' or '>' or '(' or ')' or '"'))
        {
            return FindingCode.EmailCharacterNotAllowed;
        }

        if (parts.Length == 1)
        {
            return FindingCode.EmailAtMissing;
        }

        if (Array.Exists(parts, part => part.StartsWith('.') || part.EndsWith('.')) || typed.Contains("..", StringComparison.Ordinal))
        {
            return FindingCode.EmailDotMisplaced;
        }

        if (!parts[1].Contains('.', StringComparison.Ordinal))
        {
            return FindingCode.EmailDomainIncomplete;
        }

        return parts[0].Length <= MaxNameLength && Name().IsMatch(parts[0]) && Domain().IsMatch(parts[1]) ? null : FindingCode.EmailNotRecognised;
    }

    // \z, not $, which would let a line break through at the end.
    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexMilliseconds)]
    private static partial Regex Name();

    [GeneratedRegex(@"^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexMilliseconds)]
    private static partial Regex Domain();
}
