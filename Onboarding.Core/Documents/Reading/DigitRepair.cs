namespace Onboarding.Core.Documents.Reading;

/// <summary>Puts digits where letters were read in their place. Only for text that is digits by nature: a NIK, a date, RT/RW.</summary>
internal static class DigitRepair
{
    /// <summary>The text with its digits, and whether anything was replaced.</summary>
    public static (string Text, bool IsRepaired) Of(string text)
    {
        var repaired = string.Concat(text.Select(sign => sign switch
        {
            'O' or 'o' => '0',
            'I' or 'i' or 'l' or '|' => '1',
            'B' => '8',
            'S' or 's' => '5',
            _ => sign,
        }));
        return (repaired, repaired != text);
    }
}
