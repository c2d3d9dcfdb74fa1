namespace Onboarding.Core.IdentityNumbers;

/// <summary>A telephone number in E.164 form (<c>+6281200009901</c>), read the way people in Indonesia write it.</summary>
public sealed record PhoneNumber : TextValue, ITextValue<PhoneNumber>
{
    /// <summary>A plus sign and at most 15 digits (E.164).</summary>
    public const int MaxLength = 16;

    private const string CountryCode = "+62";
    private const int ShownAtEnd = 3;
    private const int GroupLength = 4;

    private static readonly string[] Labels =
        ["NOMOR", "NO", "TELEPON", "TELP", "TLP", "TEL", "PHONE", "HANDPHONE", "HP", "PONSEL", "MOBILE", "WHATSAPP", "WA"];

    private static readonly string[] ShortAreas = ["021", "022", "024", "031", "061"];

    private static readonly string[] ExtensionMarks = ["EXT", "EKST", "X", "#"];

    private const string LooksLikeDigit = "OoIil";

    private static readonly string[] Between = ["/", ";", ",", "&", "|", "ATAU", "DAN", "OR"];

    private PhoneNumber(string value)
        : base(value)
    {
    }

    static int ITextValue<PhoneNumber>.MaxLength => MaxLength;

    /// <summary>Mobile, landline or foreign. The operator cannot be told from the number.</summary>
    public PhoneKind Kind
    {
        get
        {
            if (!Value.StartsWith(CountryCode, StringComparison.Ordinal))
            {
                return PhoneKind.Foreign;
            }

            return Value.StartsWith(CountryCode + "8", StringComparison.Ordinal) ? PhoneKind.Mobile : PhoneKind.Landline;
        }
    }

    /// <summary>Reads a number with or without country code; a label before it, spaces, dots, hyphens and brackets are removed.</summary>
    /// <param name="text">The text as entered.</param>
    public static Reading<PhoneNumber> Read(string? text)
    {
        var typed = InputText.WithoutLabel(InputText.Compact(text), Labels)
            .Replace("(", string.Empty, StringComparison.Ordinal)
            .Replace(")", string.Empty, StringComparison.Ordinal);
        if (typed.Length == 0)
        {
            return new Reading<PhoneNumber>(Finding.Error(FindingCode.Required));
        }

        if (!InputText.IsDigits(typed.StartsWith('+') ? typed.AsSpan(1) : typed))
        {
            return new Reading<PhoneNumber>(Unreadable(typed));
        }

        var number = WithCountryCode(typed);
        if (!number.StartsWith('+'))
        {
            return new Reading<PhoneNumber>(Finding.Error(FindingCode.PhoneNotRecognised));
        }

        return Problem(number, typed.TrimStart('+').Length) is { } problem
            ? new Reading<PhoneNumber>(problem)
            : new Reading<PhoneNumber>(new PhoneNumber(number), []);
    }

    /// <summary>
    /// As it is dialled and written in Indonesia: <c>0812-0000-9901</c>, <c>(021) 5550-9901</c>; a foreign number stays as it is. Personal data like
    /// <see cref="TextValue.Value"/>.
    /// </summary>
    public string ToNationalForm()
    {
        if (Kind == PhoneKind.Foreign)
        {
            return Value;
        }

        var national = "0" + Value[CountryCode.Length..];
        if (Kind == PhoneKind.Mobile)
        {
            return Grouped(national);
        }

        // Five cities have area codes of two digits behind the zero, everywhere else they have three.
        var area = Array.Exists(ShortAreas, code => national.StartsWith(code, StringComparison.Ordinal)) ? 3 : 4;
        return national.Length <= area ? national : $"({national[..area]}) {Grouped(national[area..])}";
    }

    /// <inheritdoc/>
    public static PhoneNumber FromStored(string value) => new(value);

    /// <summary>The last three digits stay readable, and <c>+62</c> for Indonesian numbers.</summary>
    public override string Mask()
    {
        var shownAtStart = Kind == PhoneKind.Foreign ? 1 : CountryCode.Length;
        var hidden = Value.Length - shownAtStart - ShownAtEnd;
        return hidden <= 0
            ? new string('*', Value.Length)
            : string.Concat(Value.AsSpan(0, shownAtStart), new string('*', hidden), Value.AsSpan(Value.Length - ShownAtEnd));
    }

    private static string Grouped(string digits) => string.Join('-', digits.Chunk(GroupLength).Select(group => new string(group)));

    // The order matters: 62812… typed without a plus must not be taken for area 0628,
    // and the zero that people leave in after the country code has to go.
    private static string WithCountryCode(string typed)
    {
        var number = typed;
        if (number.StartsWith("00", StringComparison.Ordinal))
        {
            number = "+" + number[2..];
        }
        else if (number.StartsWith("62", StringComparison.Ordinal))
        {
            number = "+" + number;
        }

        if (number.StartsWith("+620", StringComparison.Ordinal))
        {
            return CountryCode + number[4..];
        }

        if (number.StartsWith('0'))
        {
            return CountryCode + number[1..];
        }

        return number.StartsWith('8') ? CountryCode + number : number;
    }

    // Nobody can be called under half of what was typed, so neither an extension nor a second number is dropped silently.
    private static Finding Unreadable(string typed)
    {
        if (InputText.IsRounded(typed.Replace(",", string.Empty, StringComparison.Ordinal)))
        {
            return Finding.Error(FindingCode.RoundedBySpreadsheet);
        }

        var digits = typed.AsSpan().TrimStart('+');
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        var rest = end > 0 ? digits[end..].ToString() : string.Empty;
        return !rest.Any(char.IsAsciiDigit) ? Stray(typed)
            : Array.Exists(ExtensionMarks, mark => rest.StartsWith(mark, StringComparison.OrdinalIgnoreCase)) ? Finding.Error(FindingCode.PhoneExtension)
            : Array.Exists(Between, mark => rest.StartsWith(mark, StringComparison.OrdinalIgnoreCase)) ? Finding.Error(FindingCode.PhoneMoreThanOne)
            : Stray(typed);
    }

    // Letters that were meant as digits are told as in every other number; else the first character that has to go is named.
    private static Finding Stray(string typed)
    {
        var strays = typed.EnumerateRunes().Where((rune, index) => !(rune.IsAscii && char.IsAsciiDigit((char)rune.Value)) && !(index == 0 && rune.Value == '+')).ToList();
        var foreign = strays.FindIndex(stray => !stray.IsBmp || !LooksLikeDigit.Contains((char)stray.Value, StringComparison.Ordinal));
        return foreign < 0 ? Finding.Error(FindingCode.DigitsOnly) : Finding.Error(FindingCode.PhoneCharacterNotAllowed, strays[foreign].ToString());
    }

    // The limits hold for the digits after the country code, which people write as 0, as 62 or not at all.
    private static Finding? Problem(string number, int typed)
    {
        if (!number.StartsWith(CountryCode, StringComparison.Ordinal))
        {
            return LengthProblem(number.Length - 1, 7, 15, typed)
                ?? (number[1] == '0' ? Finding.Error(FindingCode.PhoneNotRecognised) : null);
        }

        var subscriber = number.AsSpan(CountryCode.Length);
        if (subscriber is ['8', '1' or '2' or '3' or (>= '5' and <= '9'), ..])
        {
            return LengthProblem(subscriber.Length, 9, 12, typed);
        }

        // Area codes begin with 2 to 7 or 9; 084 is not assigned, 080 and 01 are services and short codes.
        return subscriber is [(>= '2' and <= '7') or '9', ..]
            ? LengthProblem(subscriber.Length, 7, 11, typed)
            : Finding.Error(FindingCode.PhonePrefixNotInUse);
    }

    // Said in digits as they were typed, so that whoever counts the own number finds what we say.
    private static Finding? LengthProblem(int length, int least, int greatest, int typed)
    {
        var before = typed - length;
        if (length < least)
        {
            return Finding.Error(FindingCode.PhoneTooShort, least + before, typed);
        }

        return length > greatest ? Finding.Error(FindingCode.PhoneTooLong, greatest + before, typed) : null;
    }
}
