namespace Onboarding.Portal.Reports;

/// <summary>The name of the company that stands on its forms.</summary>
internal static class CompanyName
{
    /// <summary>The setting.</summary>
    public const string Setting = "Company:Name";

    // A form without a letterhead would look like a mistake; this says whose it is and that nobody has set it.
    private const string Unset = "Nama Perusahaan";

    /// <summary>Setting <c>Company:Name</c>.</summary>
    public static string Read(IConfiguration configuration) =>
        configuration[Setting] is { } name && !string.IsNullOrWhiteSpace(name) ? name.Trim() : Unset;
}
