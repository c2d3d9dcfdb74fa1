namespace Onboarding.Portal.Features.Compliance;

/// <summary>The address of the compliance desk.</summary>
public static class ComplianceUrls
{
    /// <summary>The desk.</summary>
    public const string Desk = "/compliance";
}
