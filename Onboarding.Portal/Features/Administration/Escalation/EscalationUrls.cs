namespace Onboarding.Portal.Features.Administration.Escalation;

/// <summary>The address of the steps of escalation.</summary>
public static class EscalationUrls
{
    /// <summary>The steps.</summary>
    public const string Page = "/admin/escalation";
}
