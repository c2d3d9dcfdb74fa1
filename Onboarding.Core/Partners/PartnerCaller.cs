using Onboarding.Core.Workflow;

namespace Onboarding.Core.Partners;

/// <summary>A partner whose key was recognised.</summary>
/// <param name="PartnerId">Which partner.</param>
/// <param name="PartnerName">Its name.</param>
/// <param name="PublicId">The public part of the key.</param>
/// <param name="Scopes">What the key opens.</param>
/// <param name="RequestsPerMinute">How often it may ask.</param>
public sealed record PartnerCaller(Guid PartnerId, string PartnerName, string PublicId, PartnerScopes Scopes, int RequestsPerMinute)
{
    /// <summary>The partner as the one who acts.</summary>
    public Actor ToActor() => Actor.Partner(PartnerId, PartnerName);
}

/// <summary>Why a key opens nothing. Only who holds the whole key learns more than that it is unknown.</summary>
public enum KeyProblem
{
    /// <summary>It is no key of ours, or its secret part is wrong.</summary>
    Unknown = 1,

    /// <summary>It has run out.</summary>
    Expired,

    /// <summary>It was revoked.</summary>
    Revoked,

    /// <summary>The partner was disabled.</summary>
    PartnerDisabled,
}

/// <summary>What came of looking at a key: the caller, or the problem.</summary>
/// <param name="Caller">The caller, or null.</param>
/// <param name="Problem">The problem, or null.</param>
public sealed record KeyVerdict(PartnerCaller? Caller, KeyProblem? Problem);
