namespace Onboarding.Portal.Features.Demo;

/// <summary>The addresses of the pages that exist in demo mode only.</summary>
public static class DemoUrls
{
    /// <summary>The mails.</summary>
    public const string Mail = "/demo/mail";

    /// <summary>One mail.</summary>
    public static string MailOf(Guid id) => $"{Mail}/{id:N}";
}
