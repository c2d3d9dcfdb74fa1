using System.Security.Cryptography;

namespace Onboarding.Core.Reporting.Issuing;

/// <summary>
/// The code on an issued form with which anybody can ask whether the form is genuine: 80 random bits in sixteen letters and
/// digits that are hard to mistake for each other (Crockford's base 32), in groups of four.
/// </summary>
public sealed record ConfirmationCode
{
    /// <summary>Signs without the dashes.</summary>
    public const int Length = 16;

    // Neither I, L, O nor U: what is left cannot be misread, and spells few words.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int GroupLength = 4;

    private ConfirmationCode(string text) => Text = text;

    /// <summary>The sixteen signs, in capitals and without dashes: the one form under which it is looked up.</summary>
    public string Text { get; }

    /// <summary>A new random code.</summary>
    public static ConfirmationCode New() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>Reads what a person typed: case, dashes and spaces do not matter, and O, I and L are taken for the digits they look like.</summary>
    /// <param name="typed">What was typed, or came in an address.</param>
    /// <returns>The code, or null when it cannot be one.</returns>
    public static ConfirmationCode? Read(string? typed)
    {
        if (typed is null || typed.Length > 4 * Length)
        {
            return null;
        }

        var signs = new List<char>(Length);
        foreach (var sign in typed.ToUpperInvariant().Where(sign => !char.IsWhiteSpace(sign) && sign is not ('-' or '–' or '.')))
        {
            signs.Add(sign switch { 'O' => '0', 'I' or 'L' => '1', _ => sign });
        }

        return signs.Count == Length && signs.TrueForAll(Alphabet.Contains) ? new ConfirmationCode(new string([.. signs])) : null;
    }

    /// <summary>The code as it is printed: XXXX-XXXX-XXXX-XXXX.</summary>
    public override string ToString() => string.Join('-', Text.Chunk(GroupLength).Select(group => new string(group)));
}
