using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>The small notice that a case or a customer changed. No personal data: whoever may see it reads it again.</summary>
/// <param name="CaseId">The case, or the customer.</param>
/// <param name="Number">Its number, which says what it is; empty when nothing changed but what people were told.</param>
/// <param name="Version">Its version after the change.</param>
/// <param name="Queues">The queues in which a row changed, came or went; none for a customer.</param>
public sealed record CaseChange(Guid CaseId, string Number, int Version, IReadOnlyCollection<WorkQueue> Queues)
{
    // Notices travel between nodes in small parcels: many ids would not fit.
    private const int MostNamed = 4;

    private static readonly string[] Everybody = ["*"];

    /// <summary>Ids of the staff whose own notices changed with it; see <see cref="Concerns"/>.</summary>
    public IReadOnlyCollection<string> Told { get; init; } = [];

    /// <summary>Nothing but what these people were told.</summary>
    /// <param name="id">An id of its own, so that it is not merged with another one.</param>
    /// <param name="people">Whose notices changed.</param>
    public static CaseChange Only(Guid id, IReadOnlyCollection<string> people) => new(id, string.Empty, 0, []) { Told = Join(people, []) };

    /// <summary>True when this person's notices may have changed.</summary>
    public bool Concerns(string staffId) => Told.Count > 0 && (Told.Contains(staffId) || Told.Contains(Everybody[0]));

    /// <summary>Everybody of two lists; of many only that it is everybody.</summary>
    public static IReadOnlyCollection<string> Join(IReadOnlyCollection<string> some, IReadOnlyCollection<string> others)
    {
        if (others.Count == 0 && some.Count <= MostNamed)
        {
            return some;
        }

        string[] joined = [.. some.Union(others)];
        return joined.Length > MostNamed ? Everybody : joined;
    }
}

/// <summary>Takes notices after the commit. Called by the one write path alone, so that no use case can forget it.</summary>
public interface IChangePublisher
{
    /// <summary>Hands a notice on; returns at once and does not throw.</summary>
    void Publish(CaseChange change);
}
