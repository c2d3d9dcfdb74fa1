using System.Text;
using Onboarding.Core.Cases;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Dashboard;
using Onboarding.Portal.Reports.Components;

namespace Onboarding.Portal.Reports;

/// <summary>The dashboard of a period on paper. It holds figures and case numbers, no personal data, so it leaves no trace in a case.</summary>
/// <param name="reader">Reads the figures.</param>
/// <param name="names">Names of products, reasons and staff.</param>
/// <param name="pages">Renders.</param>
/// <param name="styles">Stylesheets for the printer.</param>
/// <param name="renderer">Prints.</param>
/// <param name="press">The letterhead.</param>
internal sealed class DashboardPrints(
    OverviewReader reader, DashboardNamesReader names, ReportPages pages, ReportStyles styles, IReportRenderer renderer, ReportPress press)
{
    /// <summary>Prints.</summary>
    /// <param name="filter">Period, product, channel and province.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="language">In which language.</param>
    /// <param name="asPage">True for the page to print instead of the PDF file.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Result<IssuedReport>> PrintAsync(FigureFilter filter, Actor actor, Language language, bool asPage, CancellationToken cancellationToken)
    {
        Result<Overview> figures = await reader.ReadAsync(filter, actor, cancellationToken);
        if (!figures.IsDone)
        {
            return figures.Refusal;
        }

        DashboardNames known = await names.ReadAsync(cancellationToken);
        Task<string> DrawAsync(ReportContext context) => pages.RenderAsync<DashboardReport>(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(DashboardReport.Context)] = context,
                [nameof(DashboardReport.Model)] = figures.Value,
                [nameof(DashboardReport.Names)] = known,
            },
            language);

        ReportContext page = press.Context(actor.Name);
        byte[]? file = asPage ? null : await renderer.TryPrintAsync(await DrawAsync(page with { Styles = styles.InlineText }), cancellationToken);
        return file is not null
            ? new IssuedReport(file, ReportFormat.Pdf)
            : new IssuedReport(Encoding.UTF8.GetBytes(await DrawAsync(page with { IsSubstitute = !asPage })), ReportFormat.Html);
    }
}
