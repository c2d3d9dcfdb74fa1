using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging.Abstractions;
using Onboarding.Core.Cases;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Printing;
using Onboarding.Core.Sla;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Mail;
using Onboarding.Portal.Reports;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Reports;

/// <summary>The portal's reports over a core of the test, printed by the browser of this machine.</summary>
internal sealed class ReportPrinter : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly ReportStyles _styles = new(new PhysicalFileProvider(RepositoryFolder.PathOf("Onboarding.Portal", "wwwroot")));
    private readonly ReportPages _pages;
    private readonly CoreHost _core;
    private readonly ReportIssuer _issuer;

    public ReportPrinter(CoreHost core, params (string Key, string Value)[] settings)
    {
        _core = core;
        _pages = new ReportPages(_services, NullLoggerFactory.Instance);
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Append(("Portal:PublicAddress", "https://onboarding.example")).Select(setting => KeyValuePair.Create(setting.Item1, (string?)setting.Item2)))
            .Build();
        Browser = new ReportBrowser(configuration, TimeProvider.System, NullLogger<ReportBrowser>.Instance);
        Press = new ReportPress(
            _pages,
            _styles,
            Browser,
            CompanyIdentity.Read(configuration),
            core.Get<WorkingHours>(),
            new PublicAddress(configuration, new NoServer()),
            core.Clock);
        _issuer = new ReportIssuer(core.Get<ReportReader>(), Press, core.Get<RecordReportIssueHandler>());
    }

    public ReportBrowser Browser { get; }

    public ReportPress Press { get; }

    public Task<IssuedReport> ApprovalFormAsync(string number, Actor? actor = null, Language language = Language.Indonesian, bool asPage = false) =>
        PrintAsync(ReportKind.ApprovalForm, number, actor, language, asPage);

    public Task<IssuedReport> VerificationReportAsync(string number, Actor? actor = null, Language language = Language.Indonesian, bool asPage = false) =>
        PrintAsync(ReportKind.VerificationReport, number, actor, language, asPage);

    public async Task<IssuedReport> PrintAsync(ReportKind kind, string number, Actor? actor = null, Language language = Language.Indonesian, bool asPage = false) =>
        (await _issuer.PrintAsync(new(number, kind, actor ?? Staff.Maya, language, asPage), TestContext.Current.CancellationToken)).ShouldBeDone();

    /// <summary>The report as an issued form looks, with a number and a code.</summary>
    public async Task<byte[]> MarkedAsync(ReportKind kind, string number, FormMark mark, Language language = Language.Indonesian)
    {
        CaseReport report = (await _core.Get<ReportReader>().ReadAsync(number, kind, Staff.Maya, TestContext.Current.CancellationToken)).ShouldBeDone();
        return (await Press.PrintAsync(new PrintOrder(report, language, Staff.Maya.Name, mark), TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    /// <summary>A paper that belongs to no case.</summary>
    public async Task<byte[]> DrawAsync<TReport>(Language language, params (string Name, object? Value)[] parameters)
        where TReport : Microsoft.AspNetCore.Components.IComponent
    {
        Dictionary<string, object?> given = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);
        given["Context"] = Press.Context(Staff.Maya.Name) with { Styles = _styles.InlineText };
        return (await Browser.TryPrintAsync(await _pages.RenderAsync<TReport>(given, language), TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        await _services.DisposeAsync();
    }

    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public void Dispose()
        {
            // There is nothing to stop.
        }

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
