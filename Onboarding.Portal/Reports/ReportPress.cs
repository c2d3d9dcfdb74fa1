using Onboarding.Core.Reporting.Printing;
using Onboarding.Core.Sla;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Mail;

namespace Onboarding.Portal.Reports;

/// <summary>Draws the reports of cases and has them printed.</summary>
/// <param name="pages">Renders.</param>
/// <param name="styles">Stylesheets for the printer.</param>
/// <param name="renderer">Prints.</param>
/// <param name="company">The letterhead.</param>
/// <param name="office">The zone of the office.</param>
/// <param name="address">The portal's own address.</param>
/// <param name="clock">Clock.</param>
internal sealed class ReportPress(
    ReportPages pages, ReportStyles styles, IReportRenderer renderer, CompanyIdentity company, WorkingHours office, PublicAddress address, TimeProvider clock) : IReportPrinter
{
    /// <inheritdoc />
    public bool CanPrint => renderer.CanPrint;

    /// <inheritdoc />
    public async Task<byte[]?> PrintAsync(PrintOrder order, CancellationToken cancellationToken) =>
        await renderer.TryPrintAsync(await RenderAsync(order, Context(order.IssuedBy, order.Mark) with { Styles = styles.InlineText }), cancellationToken);

    /// <summary>The same report as a page to print from a browser.</summary>
    /// <param name="order">What.</param>
    /// <param name="isSubstitute">True when a PDF was asked for and this page stands in for it.</param>
    public Task<string> PageAsync(PrintOrder order, bool isSubstitute) =>
        RenderAsync(order, Context(order.IssuedBy, order.Mark) with { IsSubstitute = isSubstitute });

    /// <summary>What every part of a report has to know.</summary>
    /// <param name="issuedBy">Name of the person who asks for it; empty for what is open to everyone.</param>
    /// <param name="mark">Number and code of an issued form, or null.</param>
    public ReportContext Context(string issuedBy, FormMark? mark = null) =>
        new(company.Name, new DisplayTime(office, clock), clock.GetUtcNow(), issuedBy, Styles: null, IsSubstitute: false)
        {
            Logo = company.Logo,
            Mark = mark is null ? null : new ReportMarking(mark.Number, mark.Code.ToString(), address.Of(PublicUrls.Confirm), address.Of(PublicUrls.Confirmation(mark.Code.ToString()))),
        };

    private Task<string> RenderAsync(PrintOrder order, ReportContext context) => pages.RenderAsync(
        ReportCatalog.Of(order.Report.Kind).Component,
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["Context"] = context, ["Model"] = order.Report.Model },
        order.Language);
}
