namespace Onboarding.Portal.Features.Queues;

/// <summary>
/// By which words of a name a person last searched a queue page, while the tab is open: so that coming back from a case finds the same list.
/// They are no part of an address, because they are somebody's name.
/// </summary>
public sealed class QueueMemory
{
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    /// <summary>The words; null where nothing was searched for.</summary>
    /// <param name="slug">The page.</param>
    public string? Words(string slug) => _words.GetValueOrDefault(slug);

    /// <summary>Keeps the words; null forgets them.</summary>
    public void Keep(string slug, string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            _words.Remove(slug);
        }
        else
        {
            _words[slug] = words;
        }
    }
}
