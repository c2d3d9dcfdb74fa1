namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>How a supervisor shows once more who they are before a decision.</summary>
public enum StepUpMode
{
    /// <summary>The sign-in is enough.</summary>
    Off = 0,

    /// <summary>The password is typed again.</summary>
    Password,

    /// <summary>A code of the authenticator; the password for who has none.</summary>
    SecondFactor,
}

/// <summary>What is set for stage 4: section <c>Approval</c>.</summary>
public sealed record ApprovalSettings
{
    /// <summary>Fewest days for an objection: somebody has to read the mail first.</summary>
    public const int FewestDays = 1;

    /// <summary>Most days for an objection.</summary>
    public const int MostDays = 365;

    /// <summary>Calendar days after a rejection within which the applicant may object.</summary>
    public int ObjectionDays { get; init; } = 30;

    /// <summary>What is asked for before a decision.</summary>
    public StepUpMode StepUp { get; init; } = StepUpMode.Off;

    /// <summary>Minutes for which it holds, in the sign-in in which it was given.</summary>
    public int StepUpMinutes { get; init; } = 10;

    /// <summary>Until when a rejection can be objected to (UTC).</summary>
    /// <param name="rejectedAt">When it was rejected (UTC).</param>
    public DateTimeOffset ObjectBy(DateTimeOffset rejectedAt) => rejectedAt + TimeSpan.FromDays(Math.Clamp(ObjectionDays, FewestDays, MostDays));
}
