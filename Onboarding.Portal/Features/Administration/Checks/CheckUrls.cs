namespace Onboarding.Portal.Features.Administration.Checks;

/// <summary>The address of the settings of stage 2.</summary>
public static class CheckUrls
{
    /// <summary>Which checks each product needs.</summary>
    public const string Settings = "/administration/checks";
}
