using System.Text;
using Microsoft.AspNetCore.Components;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Compliance;
using Onboarding.Core.Reporting;
using Onboarding.Portal.Mail;
using Onboarding.Portal.Reports.Components;

namespace Onboarding.Portal.Reports;

/// <summary>
/// The papers that anybody may print: brochures and blank forms. Each is printed once for a version and a language and kept, and
/// those who ask at the same time wait for the same printing, so that nobody can keep the browser busy by asking often.
/// </summary>
/// <param name="pages">Renders.</param>
/// <param name="styles">Stylesheets for the printer.</param>
/// <param name="renderer">Prints.</param>
/// <param name="press">The letterhead.</param>
/// <param name="address">The portal's own address.</param>
internal sealed class PublicPrints(
    ReportPages pages, ReportStyles styles, IReportRenderer renderer, ReportPress press, PublicAddress address)
{
    // Products times languages times groups, with room for versions that end; a file is some ten kilobytes.
    private const int MostKept = 200;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task<byte[]?>> _files = new(StringComparer.Ordinal);

    /// <summary>How often the printer was asked, for tests.</summary>
    internal int Printings { get; private set; }

    /// <summary>Brosur Informasi Layanan.</summary>
    public Task<IssuedReport> BrochureAsync(Product product, Language language, bool asPage)
    {
        Dictionary<string, object?> parameters = new(StringComparer.Ordinal)
        {
            [nameof(BrochureReport.Model)] = product,
            [nameof(BrochureReport.Address)] = address.Of(Features.Catalogue.CatalogueUrls.Product(product.Code)),
        };
        return PrintAsync<BrochureReport>($"brochure {product.Code} {Convert.ToHexString(product.Brochure.Hash)}", parameters, language, asPage);
    }

    /// <summary>Panduan Penggunaan Layanan (SOP stage 5).</summary>
    public Task<IssuedReport> GuideAsync(Product product, Language language, bool asPage)
    {
        Dictionary<string, object?> parameters = new(StringComparer.Ordinal) { [nameof(GuideReport.Model)] = product };
        return PrintAsync<GuideReport>($"guide {product.Code} {Convert.ToHexString(product.Brochure.Hash)}", parameters, language, asPage);
    }

    /// <summary>The blank Formulir Pendaftaran Pelanggan of a group of applicants.</summary>
    public Task<IssuedReport> BlankFormAsync(Product product, ApplicantGroup group, PolicyText policy, Language language, bool asPage)
    {
        Dictionary<string, object?> parameters = new(StringComparer.Ordinal)
        {
            [nameof(BlankFormReport.Model)] = product,
            [nameof(BlankFormReport.Group)] = group,
            [nameof(BlankFormReport.PolicyVersion)] = policy.Version,
        };
        return PrintAsync<BlankFormReport>($"form {group} {policy.Version} {product.Code} {Convert.ToHexString(product.Brochure.Hash)}", parameters, language, asPage);
    }

    private async Task<IssuedReport> PrintAsync<TReport>(string key, Dictionary<string, object?> parameters, Language language, bool asPage)
        where TReport : IComponent
    {
        byte[]? file = asPage ? null : await KeptAsync($"{key} {language}", () => FileAsync<TReport>(parameters, language));
        if (file is not null)
        {
            return new IssuedReport(file, ReportFormat.Pdf);
        }

        ReportContext context = press.Context(string.Empty) with { IsSubstitute = !asPage };
        return new IssuedReport(Encoding.UTF8.GetBytes(await RenderAsync<TReport>(parameters, context, language)), ReportFormat.Html);
    }

    private async Task<byte[]?> KeptAsync(string key, Func<Task<byte[]?>> print)
    {
        Task<byte[]?> file;
        lock (_lock)
        {
            if (!_files.TryGetValue(key, out file!))
            {
                if (_files.Count >= MostKept)
                {
                    _files.Clear();
                }

                Printings++;
                file = Task.Run(print);
                _files[key] = file;
            }
        }

        try
        {
            return await file;
        }
        finally
        {
            // What could not be printed is tried again by the next who asks.
            if (!file.IsCompletedSuccessfully || file.Result is null)
            {
                lock (_lock)
                {
                    _files.Remove(key);
                }
            }
        }
    }

    // Whoever asked first may leave; the others still wait for the file. The printer has a time limit of its own.
    private async Task<byte[]?> FileAsync<TReport>(Dictionary<string, object?> parameters, Language language)
        where TReport : IComponent =>
        await renderer.TryPrintAsync(await RenderAsync<TReport>(parameters, press.Context(string.Empty) with { Styles = styles.InlineText }, language), CancellationToken.None);

    private Task<string> RenderAsync<TReport>(Dictionary<string, object?> parameters, ReportContext context, Language language)
        where TReport : IComponent =>
        pages.RenderAsync<TReport>(new Dictionary<string, object?>(parameters, StringComparer.Ordinal) { ["Context"] = context }, language);
}
