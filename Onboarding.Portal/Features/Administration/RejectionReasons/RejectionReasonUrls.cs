namespace Onboarding.Portal.Features.Administration.RejectionReasons;

/// <summary>The address of the categories of rejection.</summary>
public static class RejectionReasonUrls
{
    /// <summary>The list.</summary>
    public const string List = "/admin/rejection-reasons";
}
