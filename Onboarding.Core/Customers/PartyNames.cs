using Onboarding.Core.Matching;

namespace Onboarding.Core.Customers;

/// <summary>
/// The names of those who belong to a customer, by which it is found too: the full name as it sounds, whatever the order of its words. They
/// stand on no list, so other than customers' names they are kept only encrypted, and as a keyed hash.
/// </summary>
internal static class PartyNames
{
    /// <summary>The names of a record's representatives, beneficial owners and contact persons.</summary>
    public static IEnumerable<string> Of(CustomerRecord record) => record.AllParties.SelectMany(party => Read(party.Name));

    /// <summary>What somebody typed, as such a name; nothing when no letters are in it.</summary>
    public static IEnumerable<string> Read(string typed)
    {
        var sounds = MatchName.OfPerson(typed).Words.Where(word => !word.IsInitial && word.Sound.Length > 0).Select(word => word.Sound)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return sounds.Count == 0 ? [] : [$"party|{string.Join(' ', sounds)}"];
    }
}
