namespace Onboarding.Core.IdentityNumbers;

/// <summary>
/// The number of a notarial deed. Each notary counts deeds anew every month, so it is a small number (12), at times with month
/// and year behind it (12/III/2024). There is no official form, so a number that looks otherwise is a question and no error.
/// </summary>
public static class DeedNumber
{
    private const int MostDigits = 4;

    /// <summary>What looks odd about a number; empty when nothing does.</summary>
    /// <param name="text">The number as entered; a label before it does not count.</param>
    public static IReadOnlyList<Finding> Check(string? text)
    {
        var number = InputText.WithoutLabel(InputText.Compact(text), "AKTA", "NOMOR", "NO");
        var digits = number.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return (digits < 0 ? number.Length : digits) is > 0 and <= MostDigits ? [] : [Finding.Warning(FindingCode.DeedNumberUnusual)];
    }
}
