using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core;
using Onboarding.Core.Cases;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Printing;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Stage4Approval.Printing;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Live;
using Onboarding.Portal.Security;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Stage4Approval;

/// <summary>The page on which a supervisor prints many reports at once.</summary>
public sealed class PrintingPageTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private readonly ScriptedPrinter _printer = new();

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chosen_cases_and_reports_are_printed_followed_and_opened()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite, _printer.AddTo);
        CaseState[] cases = [await core.Cases.AwaitingApprovalAsync(), await core.Cases.AwaitingApprovalAsync()];
        await using BunitContext bench = Bench(core);
        IRenderedComponent<PrintingPage> page = bench.Render<PrintingPage>();
        page.WaitForElement("[data-case]");

        page.Find("[data-start]").HasAttribute("disabled").ShouldBeTrue();
        page.Find($"[data-case='{cases[0].Number}']").Change(true);
        page.Find($"[data-case='{cases[1].Number}']").Change(true);
        page.Find($"[data-kind={ReportKind.VerificationReport}]").Change(false);
        page.Find($"[data-kind={ReportKind.RegistrationForm}]").Change(true);
        page.Find("[data-start]").TextContent.ShouldContain("2");
        await page.Find("[data-start]").ClickAsync(new());
        page.WaitForElement("[data-print-state=Waiting] [data-cancel]");
        await core.Get<RunPrintsHandler>().HandleAsync(Token);

        page.WaitForElement("[data-print-state=Done] [data-result]").GetAttribute("href")!.ShouldEndWith("/file");
    }

    [Fact]
    public async Task What_is_not_printed_is_named_with_its_reason()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite, _printer.AddTo);
        CaseState[] cases = [await core.Cases.AwaitingApprovalAsync(), await core.Cases.AwaitingApprovalAsync()];
        (await core.Get<StartPrintingHandler>().HandleAsync(
            new([cases[0].Number, cases[1].Number], [ReportKind.RegistrationForm, ReportKind.ApprovalForm], Language.Indonesian), Staff.Maya, Token)).ShouldBeDone();
        _printer.Before = (order, _) => order.Report.Subject.Number == cases[0].Number ? throw new IOException("killed") : Task.FromResult(true);
        for (int attempt = 0; attempt < 3; attempt++)
        {
            await Should.ThrowAsync<IOException>(() => core.Get<RunPrintsHandler>().HandleAsync(Token));
            core.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        await core.Get<RunPrintsHandler>().HandleAsync(Token);
        await using BunitContext bench = Bench(core);
        IRenderedComponent<PrintingPage> page = bench.Render<PrintingPage>();

        string[] lines = [.. page.WaitForElement("[data-not-printed]").QuerySelectorAll("li").Select(line => line.TextContent.Trim())];
        lines.ShouldBe(
        [
            $"{cases[0].Number} · {DomainTexts.Of(ReportKind.RegistrationForm)}: {PrintingText.ReasonGivenUp}",
            $"{cases[0].Number} · {DomainTexts.Of(ReportKind.ApprovalForm)}: {PrintingText.ReasonAbsent}",
            $"{cases[1].Number} · {DomainTexts.Of(ReportKind.ApprovalForm)}: {PrintingText.ReasonAbsent}",
        ]);
    }

    [Fact]
    public async Task What_is_offered_first_exists_for_the_cases_that_are_shown()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite, _printer.AddTo);
        await core.Cases.AwaitingApprovalAsync();
        await using BunitContext bench = Bench(core);
        IRenderedComponent<PrintingPage> page = bench.Render<PrintingPage>();
        page.WaitForElement("[data-case]");

        Chosen().ShouldBe([nameof(ReportKind.VerificationReport)]);
        page.FindAll("label:has([data-none]) [data-kind]").Select(box => box.GetAttribute("data-kind")).ShouldBe([nameof(ReportKind.ApprovalForm), nameof(ReportKind.ActivationLetter)]);
        bench.Services.GetRequiredService<NavigationManager>().NavigateTo(PrintingUrls.Of(CaseStatus.Rejected));
        page.WaitForAssertion(() => Chosen().ShouldBe([nameof(ReportKind.ApprovalForm)]));
        page.FindAll("label:has([data-none]) [data-kind]").Select(box => box.GetAttribute("data-kind")).ShouldBe([nameof(ReportKind.ActivationLetter)]);

        page.Find($"[data-kind={ReportKind.CompletenessChecklist}]").Change(true);
        bench.Services.GetRequiredService<NavigationManager>().NavigateTo(PrintingUrls.Of(CaseStatus.AwaitingApproval));
        page.WaitForAssertion(() => page.Find("[aria-current=true]").TextContent.ShouldBe(DomainTexts.Of(CaseStatus.AwaitingApproval)));
        Chosen().ShouldBe([nameof(ReportKind.CompletenessChecklist), nameof(ReportKind.ApprovalForm)], "what somebody chose stays");

        IEnumerable<string?> Chosen() => page.FindAll("[data-kind][checked]").Select(box => box.GetAttribute("data-kind"));
    }

    [Fact]
    public async Task One_that_waits_can_be_stopped()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite, _printer.AddTo);
        await core.Cases.AwaitingApprovalAsync();
        await using BunitContext bench = Bench(core);
        IRenderedComponent<PrintingPage> page = bench.Render<PrintingPage>();
        page.WaitForElement("[data-all]").Change(true);
        await page.Find("[data-start]").ClickAsync(new());

        await page.WaitForElement("[data-cancel]").ClickAsync(new());

        page.WaitForElement("[data-print-state=Cancelled]");
        (await core.Get<RunPrintsHandler>().HandleAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_printer_the_page_says_so()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite, _printer.AddTo);
        await core.Cases.AwaitingApprovalAsync();
        _printer.CanPrint = false;
        await using BunitContext bench = Bench(core);
        IRenderedComponent<PrintingPage> page = bench.Render<PrintingPage>();
        page.WaitForElement("[data-all]").Change(true);

        await page.Find("[data-start]").ClickAsync(new());

        page.WaitForAssertion(() => page.Markup.ShouldContain(DomainTexts.Of(new NotAllowed(RefusalCode.PrinterAbsent))));
    }

    private static BunitContext Bench(CoreHost core)
    {
        BunitContext bench = new();
        bench.JSInterop.Mode = JSRuntimeMode.Loose;
        bench.Services.AddSingleton<AuthenticationStateProvider>(new SignedInAs(Staff.Maya));
        bench.Services.AddSingleton<TimeProvider>(core.Clock);
        bench.Services.AddSingleton(core.Get<WorkingHours>());
        bench.Services.AddScoped<DisplayTime>();
        bench.Services.AddScoped<PageClock>();
        bench.Services.AddScoped<CurrentActor>();

        // The very services of the core, as instances, so that closing the page does not close the core.
        foreach (ServiceDescriptor service in new ServiceCollection().AddOnboardingCore())
        {
            bench.Services.AddSingleton(service.ServiceType, core.Services.GetRequiredService(service.ServiceType));
        }

        return bench;
    }
}
