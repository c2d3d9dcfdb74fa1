namespace Onboarding.Portal.Features.Administration.Templates;

/// <summary>The address of the templates of messages.</summary>
public static class TemplateUrls
{
    /// <summary>The editor.</summary>
    public const string Page = "/administration/templates";
}
