namespace Onboarding.Portal.Features.Administration.Partners;

/// <summary>The addresses of the pages of partners.</summary>
public static class PartnerUrls
{
    /// <summary>The list.</summary>
    public const string List = "/administration/partners";

    /// <summary>One partner.</summary>
    public static string Of(Guid id) => $"{List}/{id}";
}
