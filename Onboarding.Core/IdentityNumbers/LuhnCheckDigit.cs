namespace Onboarding.Core.IdentityNumbers;

/// <summary>The check digit of the first nine digits of an NPWP, as practitioners found it; the tax office never published a rule.</summary>
internal static class LuhnCheckDigit
{
    /// <summary>The digit that belongs behind those digits.</summary>
    /// <param name="digits">Digits 0–9 only.</param>
    public static int Of(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            var isDoubled = (digits.Length - index) % 2 == 1;
            var product = (digits[index] - '0') * (isDoubled ? 2 : 1);
            sum += product > 9 ? product - 9 : product;
        }

        return (10 - (sum % 10)) % 10;
    }

    /// <summary>Whether the last digit is the check digit of those before it.</summary>
    /// <param name="digits">Digits 0–9 only, at least one.</param>
    public static bool IsValid(ReadOnlySpan<char> digits) => Of(digits[..^1]) == digits[^1] - '0';
}
