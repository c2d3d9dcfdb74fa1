using System.Text.RegularExpressions;

namespace Onboarding.Core.IdentityNumbers;

/// <summary>
/// The number of the ministry's decree on a company deed (SK AHU), such as <c>AHU-0099001.AH.01.01.TAHUN 2024</c>.
/// A soft check: many forms were in use, so an unusual one is a warning.
/// </summary>
public sealed partial record AhuDecreeNumber : TextValue, ITextValue<AhuDecreeNumber>
{
    /// <summary>The greatest length taken.</summary>
    public const int MaxLength = 60;

    // Far more than these patterns need: a machine under load must not turn a number into a failure.
    private const int RegexMilliseconds = 2000;

    private AhuDecreeNumber(string value)
        : base(value)
    {
    }

    static int ITextValue<AhuDecreeNumber>.MaxLength => MaxLength;

    /// <summary>Reads a decree number; runs of spaces become one, letters become capitals.</summary>
    /// <param name="text">The text as entered.</param>
    public static Reading<AhuDecreeNumber> Read(string? text)
    {
        var number = InputText.Line(text).Text.ToUpperInvariant();
        if (number.Length == 0)
        {
            return new Reading<AhuDecreeNumber>(Finding.Error(FindingCode.Required));
        }

        if (number.Length > MaxLength)
        {
            return new Reading<AhuDecreeNumber>(Finding.Error(FindingCode.TooLong, MaxLength));
        }

        return AllowedCharacters().IsMatch(number)
            ? new Reading<AhuDecreeNumber>(new AhuDecreeNumber(number), Check(number))
            : new Reading<AhuDecreeNumber>(Finding.Error(FindingCode.CharacterNotAllowed));
    }

    /// <inheritdoc/>
    public static AhuDecreeNumber FromStored(string value) => new(value);

    /// <summary>The first four characters stay readable: <c>AHU-</c> in the usual form.</summary>
    public override string Mask() => InputText.KeepFirst(Value, 4);

    private static IReadOnlyList<Finding> Check(string number)
    {
        if (WithoutPrefix().IsMatch(number))
        {
            return [Finding.Error(FindingCode.AhuPrefixMissing)];
        }

        if (ShortYear().IsMatch(number))
        {
            return [Finding.Error(FindingCode.AhuYearNotFourDigits)];
        }

        if (RegisterNumber().IsMatch(number))
        {
            return [Finding.Warning(FindingCode.AhuIsRegisterNumber)];
        }

        return Decree().IsMatch(number) || Notification().IsMatch(number)
            ? []
            : [Finding.Warning(FindingCode.AhuFormUnusual)];
    }

    [GeneratedRegex(@"^[A-Z0-9 ./-]+\z", RegexOptions.CultureInvariant, RegexMilliseconds)]
    private static partial Regex AllowedCharacters();

    [GeneratedRegex(@"^AHU-A?[0-9]{6,7}[.-]AH\.01\.[0-9]{2}[. ]TAHUN (19|20)[0-9]{2}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexMilliseconds)]
    private static partial Regex Decree();

    [GeneratedRegex(@"^AHU-AH\.01\.[0-9]{2}-[0-9]{6,7}\z", RegexOptions.CultureInvariant, RegexMilliseconds)]
    private static partial Regex Notification();

    [GeneratedRegex(@"^A?[0-9]+[.-]AH\.01\.", RegexOptions.CultureInvariant, RegexMilliseconds)]
    private static partial Regex WithoutPrefix();

    [GeneratedRegex(@"[. ]TAHUN ?([0-9]{1,3}|[0-9]{5,})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexMilliseconds)]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"[.-]AH\.01\.11[. ]TAHUN ", RegexOptions.CultureInvariant, RegexMilliseconds)]
    private static partial Regex RegisterNumber();
}
