namespace Onboarding.Core.Stages.Stage1Intake.Online;

/// <summary>How long an online form that is not sent in is kept.</summary>
public sealed record RegistrationDraftSettings
{
    /// <summary>The fewest days; somebody who has to ask for a paper needs some.</summary>
    public const int FewestDays = 1;

    /// <summary>The most days: without a consent, no more than the purpose needs (UU PDP Pasal 16).</summary>
    public const int MostDays = 90;

    /// <summary>Days after the last change.</summary>
    public int KeepDays { get; init; } = 14;

    /// <summary>The same as a span, within what is allowed.</summary>
    public TimeSpan Lifetime => TimeSpan.FromDays(Math.Clamp(KeepDays, FewestDays, MostDays));
}
