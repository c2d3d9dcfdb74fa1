using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>What a use case answers: where the case stands after it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Status">Its status.</param>
/// <param name="Version">Its version, to be sent with the next command.</param>
public sealed record CaseState(Guid CaseId, string Number, CaseStatus Status, int Version);

/// <summary>Which case a command is for, and in which version its sender saw it.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">The version seen; null for senders that do not look first (the applicant's link, the system).</param>
public sealed record CaseTarget(Guid Id, int? Version);
