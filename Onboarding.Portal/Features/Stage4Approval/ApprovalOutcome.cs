using Onboarding.Core.Results;

namespace Onboarding.Portal.Features.Stage4Approval;

/// <summary>What came of one of several cases that were approved in one go.</summary>
/// <param name="Number">Case number.</param>
/// <param name="Refusal">Why not, or null when it was approved.</param>
public sealed record ApprovalOutcome(string Number, Refusal? Refusal);
