namespace Onboarding.Core.Notifications;

/// <summary>Settings of the notices, section "Notices" of the configuration.</summary>
public sealed record NoticeSettings
{
    /// <summary>Days after which a notice is removed, read or not.</summary>
    public int KeepDays { get; init; } = 60;

    /// <summary>True when the portal can run with them.</summary>
    public bool IsUsable => KeepDays is >= 7 and <= 730;
}
