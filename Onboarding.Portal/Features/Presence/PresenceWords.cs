using Onboarding.Portal.Hosting;
using Onboarding.Portal.Live.Presence;

namespace Onboarding.Portal.Features.Presence;

/// <summary>How people at a case are named.</summary>
internal static class PresenceWords
{
    private const int MostInitials = 2;

    /// <summary>The first letters of the first and the last word of a name.</summary>
    public static string Initials(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Take(1).Concat(words.Skip(1).TakeLast(MostInitials - 1)).Select(word => word[..1])).ToUpperInvariant();
    }

    /// <summary>One sentence for all of them.</summary>
    public static string Of(IReadOnlyList<PresentPerson> people) => string.Join(
        "; ", people.Select(person => (person.IsTyping ? PresenceText.Typing : PresenceText.Here).With(person.Name)));
}
