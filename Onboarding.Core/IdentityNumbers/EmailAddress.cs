using System.Text.RegularExpressions;

namespace Onboarding.Core.IdentityNumbers;

/// <summary>One e-mail address, name@domain.tld, in ASCII. The domain is kept in lower case, the name as typed.</summary>
public sealed partial record EmailAddress : TextValue, ITextValue<EmailAddress>
{
    /// <summary>The greatest length that mail servers carry (RFC 5321).</summary>
    public const int MaxLength = 254;

    private const int MaxNameLength = 64;

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
        if (typed.Length == 0)
        {
            return new Reading<EmailAddress>(Finding.Error(FindingCode.Required));
        }

        if (typed.Length > MaxLength)
        {
            return new Reading<EmailAddress>(Finding.Error(FindingCode.TooLong, MaxLength));
        }

        var at = typed.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > MaxNameLength || !Name().IsMatch(typed.AsSpan(0, at)) || !Domain().IsMatch(typed.AsSpan(at + 1)))
        {
            return new Reading<EmailAddress>(Finding.Error(FindingCode.EmailNotRecognised));
        }

        return new Reading<EmailAddress>(new EmailAddress(typed[..at] + typed[at..].ToLowerInvariant()), []);
    }

    /// <inheritdoc/>
    public static EmailAddress FromStored(string value) => new(value);

    /// <summary>The first character and the domain stay readable: <c>b***@contoh.co.id</c>.</summary>
    public override string Mask()
    {
        var at = Value.IndexOf('@', StringComparison.Ordinal);
        return at < 1 ? "***" : string.Concat(Value.AsSpan(0, 1), "***", Value.AsSpan(at));
    }

    // \z, not $, which would let a line break through at the end.
    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexMilliseconds)]
    private static partial Regex Name();

    [GeneratedRegex(@"^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexMilliseconds)]
    private static partial Regex Domain();
}
