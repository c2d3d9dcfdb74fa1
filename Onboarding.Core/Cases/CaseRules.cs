using Onboarding.Core.Messages;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage2Verification;

namespace Onboarding.Core.Cases;

/// <summary>What is set for the office and decides on a case: one reading of it holds for a whole piece of work.</summary>
/// <param name="Policy">Calendar and periods.</param>
/// <param name="Verification">The rules of stage 2.</param>
public sealed record CaseRules(SlaPolicy Policy, VerificationRules Verification)
{
    /// <summary>Whether short messages go out beside mails.</summary>
    public TextMessageRules Texts { get; init; } = new();
}

/// <summary>The rules of now.</summary>
/// <param name="sla">Calendar and periods.</param>
/// <param name="verification">The rules of stage 2.</param>
/// <param name="texts">Whether short messages go out.</param>
public sealed class CaseRulesProvider(SlaPolicyProvider sla, VerificationRulesProvider verification, TextMessageRules texts)
{
    /// <summary>The rules.</summary>
    public async Task<CaseRules> GetAsync(CancellationToken cancellationToken) =>
        new(await sla.GetAsync(cancellationToken), await verification.GetAsync(cancellationToken)) { Texts = texts };
}
