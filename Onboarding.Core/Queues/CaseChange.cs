using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>The small notice that a case or a customer changed. No personal data: whoever may see it reads it again.</summary>
/// <param name="CaseId">The case, or the customer.</param>
/// <param name="Number">Its number, which says what it is.</param>
/// <param name="Version">Its version after the change.</param>
/// <param name="Queues">The queues in which a row changed, came or went; none for a customer.</param>
public sealed record CaseChange(Guid CaseId, string Number, int Version, IReadOnlyCollection<WorkQueue> Queues);

/// <summary>Takes notices after the commit. Called by the one write path alone, so that no use case can forget it.</summary>
public interface IChangePublisher
{
    /// <summary>Hands a notice on; returns at once and does not throw.</summary>
    void Publish(CaseChange change);
}
