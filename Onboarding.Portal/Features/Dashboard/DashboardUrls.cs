namespace Onboarding.Portal.Features.Dashboard;

/// <summary>The address of the dashboard.</summary>
public static class DashboardUrls
{
    /// <summary>The dashboard.</summary>
    public const string Page = "/dashboard";

    /// <summary>The dashboard of a period on paper.</summary>
    public const string Report = "/dashboard/report";
}
