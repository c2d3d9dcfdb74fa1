using Onboarding.Core.Queues;

namespace Onboarding.Portal.Live;

/// <summary>What changed since a listener was last told.</summary>
/// <param name="Changes">One notice for each case: the newest version and every queue that was touched.</param>
/// <param name="HasGaps">More changed than is listed here: the listener reads everything again.</param>
public sealed record ChangeBatch(IReadOnlyList<CaseChange> Changes, bool HasGaps);
