using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging.Abstractions;
using Onboarding.Core.Cases;
using Onboarding.Core.Reporting;
using Onboarding.Core.Sla;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Reports;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Reports;

/// <summary>The portal's reports over a core of the test, printed by the browser of this machine.</summary>
internal sealed class ReportPrinter : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly ReportIssuer _issuer;

    public ReportPrinter(CoreHost core, params (string Key, string Value)[] settings)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        Browser = new ReportBrowser(configuration, TimeProvider.System, NullLogger<ReportBrowser>.Instance);
        _issuer = new ReportIssuer(
            core.Get<ReportReader>(),
            new ReportPages(_services, NullLoggerFactory.Instance),
            new ReportStyles(new PhysicalFileProvider(RepositoryFolder.PathOf("Onboarding.Portal", "wwwroot"))),
            Browser,
            core.Get<RecordReportIssueHandler>(),
            configuration,
            core.Get<WorkingHours>(),
            core.Clock);
    }

    public ReportBrowser Browser { get; }

    public async Task<IssuedReport> ApprovalFormAsync(string number, Actor? actor = null, Language language = Language.Indonesian, bool asPage = false) =>
        (await _issuer.ApprovalFormAsync(new(number, actor ?? Staff.Maya, language, asPage), TestContext.Current.CancellationToken)).ShouldBeDone();

    public async Task<IssuedReport> VerificationReportAsync(string number, Actor? actor = null, Language language = Language.Indonesian, bool asPage = false) =>
        (await _issuer.VerificationReportAsync(new(number, actor ?? Staff.Maya, language, asPage), TestContext.Current.CancellationToken)).ShouldBeDone();

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        await _services.DisposeAsync();
    }
}
