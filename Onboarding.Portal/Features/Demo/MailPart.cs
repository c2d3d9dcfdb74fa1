using System.Text.RegularExpressions;

namespace Onboarding.Portal.Features.Demo;

/// <summary>A piece of a mail's text: words, or an address that can be followed.</summary>
/// <param name="Text">The piece.</param>
/// <param name="IsLink">Whether it is an address.</param>
internal sealed partial record MailPart(string Text, bool IsLink)
{
    /// <summary>Cuts a text into pieces.</summary>
    public static IEnumerable<MailPart> Split(string text)
    {
        int end = 0;
        foreach (Match address in Address().Matches(text))
        {
            if (address.Index > end)
            {
                yield return new MailPart(text[end..address.Index], IsLink: false);
            }

            yield return new MailPart(address.Value, IsLink: true);
            end = address.Index + address.Length;
        }

        if (end < text.Length)
        {
            yield return new MailPart(text[end..], IsLink: false);
        }
    }

    [GeneratedRegex(@"https?://[^\s""<>]+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
