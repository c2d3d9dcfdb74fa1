namespace Onboarding.Portal.Reports;

/// <summary>Whether reports can be printed as PDF files.</summary>
public enum ReportBrowserStatus
{
    /// <summary>No browser is installed, or the setting names a file that is not there: reports are pages to print.</summary>
    Absent = 1,

    /// <summary>A browser is installed; it starts with the first report.</summary>
    Ready,

    /// <summary>The browser runs.</summary>
    Running,

    /// <summary>The browser is installed, but the last report could not be printed with it, even after a restart.</summary>
    Failing,
}
