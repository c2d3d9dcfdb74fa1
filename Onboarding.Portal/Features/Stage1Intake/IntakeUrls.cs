namespace Onboarding.Portal.Features.Stage1Intake;

/// <summary>The addresses of the staff's intake pages.</summary>
public static class IntakeUrls
{
    /// <summary>A new registration that came over the counter, by telephone, e-mail or WhatsApp.</summary>
    public const string New = "/intake/new";

    /// <summary>The drafts.</summary>
    public const string Drafts = "/intake/drafts";

    /// <summary>The route of one draft.</summary>
    public const string DraftRoute = "/intake/drafts/{Number}";

    /// <summary>One draft.</summary>
    public static string Draft(string number) => $"{Drafts}/{Uri.EscapeDataString(number)}";
}
