namespace Onboarding.Portal.Features.Administration.Quarantine;

/// <summary>The address of the list of documents in quarantine.</summary>
public static class QuarantineUrls
{
    /// <summary>The list.</summary>
    public const string List = "/administration/quarantine";
}
