namespace Onboarding.Core.IdentityNumbers;

/// <summary>What the numbers of documents of foreigners have in common.</summary>
internal static class DocumentNumber
{
    /// <summary>Checks length and characters; empty when both fit.</summary>
    public static IReadOnlyList<Finding> Check(string number, int minLength, int maxLength, Func<char, bool> isAllowed)
    {
        if (number.Length == 0)
        {
            return [Finding.Error(FindingCode.Required)];
        }

        if (!number.All(isAllowed))
        {
            return [Finding.Error(FindingCode.CharacterNotAllowed)];
        }

        if (number.Length < minLength)
        {
            return [Finding.Error(FindingCode.TooShort, minLength)];
        }

        return number.Length > maxLength ? [Finding.Error(FindingCode.TooLong, maxLength)] : [];
    }
}
