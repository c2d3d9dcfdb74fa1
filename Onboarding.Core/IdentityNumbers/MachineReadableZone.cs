namespace Onboarding.Core.IdentityNumbers;

/// <summary>The check digits in the machine-readable zone of a passport (ICAO 9303).</summary>
public static class MachineReadableZone
{
    /// <summary>The check digit of a field: weights 7, 3, 1, modulo 10.</summary>
    /// <param name="field">Capital letters, digits and the filler <c>&lt;</c>.</param>
    /// <returns>0–9, or nothing when another character occurs.</returns>
    public static int? CheckDigit(ReadOnlySpan<char> field)
    {
        ReadOnlySpan<int> weights = [7, 3, 1];
        var sum = 0;
        for (var index = 0; index < field.Length; index++)
        {
            var character = field[index];
            int value;
            if (char.IsAsciiDigit(character))
            {
                value = character - '0';
            }
            else if (char.IsAsciiLetterUpper(character))
            {
                value = character - 'A' + 10;
            }
            else if (character == '<')
            {
                value = 0;
            }
            else
            {
                return null;
            }

            sum = (sum + (value * weights[index % weights.Length])) % 10;
        }

        return sum;
    }
}
