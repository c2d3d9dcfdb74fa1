namespace Onboarding.Portal.Reports;

/// <summary>Turns a report's page into a PDF file. The one seam between reports and what prints them.</summary>
public interface IReportRenderer
{
    /// <summary>False where nothing on this machine can print.</summary>
    bool CanPrint { get; }

    /// <summary>Prints a page that needs no script and no network.</summary>
    /// <param name="html">The whole document.</param>
    /// <param name="cancellationToken">Cancels waiting and printing.</param>
    /// <returns>The PDF file, or null when nothing here can print: the caller then offers the page itself.</returns>
    Task<byte[]?> TryPrintAsync(string html, CancellationToken cancellationToken);
}
