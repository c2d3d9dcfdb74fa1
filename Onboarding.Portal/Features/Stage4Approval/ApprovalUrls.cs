namespace Onboarding.Portal.Features.Stage4Approval;

/// <summary>The address of the list of cases that wait for a decision.</summary>
public static class ApprovalUrls
{
    /// <summary>The list, on which several are approved in one go.</summary>
    public const string List = "/approvals";
}
