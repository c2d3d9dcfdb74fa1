namespace Onboarding.Portal.Features.Administration.Staff;

/// <summary>The addresses of the staff administration.</summary>
public static class StaffUrls
{
    /// <summary>The list of accounts.</summary>
    public const string List = "/administration/staff";
}
