using System.Security.Cryptography;

namespace Onboarding.Portal.Security.Identity;

/// <summary>Makes passwords that are shown once and replaced at the first sign-in.</summary>
public static class OneTimePassword
{
    // Without letters and figures that are mistaken for each other when a password is read out: 0 O o, 1 l I.
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private const int GroupLength = 5;
    private const int Groups = 4;

    /// <summary>Four groups of five characters, about 116 bits: <c>aBc2d-…</c>.</summary>
    public static string Create() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));
}
