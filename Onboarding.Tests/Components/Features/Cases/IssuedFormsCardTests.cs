using Bunit;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Printing;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Cases;

/// <summary>The list of issued forms on the page of a case.</summary>
public sealed class IssuedFormsCardTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private readonly ScriptedPrinter _printer = new();

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_is_issued_with_a_click_and_opened_where_it_is_stored()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite, _printer.AddTo);
        var state = await core.Cases.ActivatingAsync();
        await using CaseBench bench = new(core, Staff.Maya);
        IRenderedComponent<CasePage> page = bench.Open(state);

        page.Find("[data-form-kind]").Change(nameof(ReportKind.ApprovalForm));
        page.Find("[data-issue]").Click();
        page.WaitForElement("[data-form=Pending]");
        await core.Get<RunPrintsHandler>().HandleAsync(Token);

        page.WaitForElement("[data-form=Issued] [data-open]").GetAttribute("href")!.ShouldStartWith($"/cases/{state.Number}/forms/");
        page.Markup.ShouldContain("FPS/2026/000001");
    }

    [Fact]
    public async Task One_that_could_not_be_printed_says_why_and_can_be_tried_again_or_given_up()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite, _printer.AddTo);
        var state = await core.Cases.ActivatingAsync();
        _printer.Before = (_, _) => Task.FromResult(false);
        await using CaseBench bench = new(core, Staff.Maya);
        IRenderedComponent<CasePage> page = bench.Open(state);
        page.Find("[data-issue]").Click();
        page.WaitForElement("[data-form=Pending]");
        await core.Get<RunPrintsHandler>().HandleAsync(Token);

        page.WaitForElement("[data-retry]");
        page.Markup.ShouldContain(DomainTexts.Of(PrintFailure.Browser));
        page.Find("[data-give-up]").Click();

        page.WaitForElement("[data-form=Void]");
    }

    [Fact]
    public async Task Where_nothing_prints_it_says_so_and_only_forms_that_there_are_are_offered()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite, _printer.AddTo);
        var state = await core.Cases.ReceivedAsync();
        _printer.CanPrint = false;
        await using CaseBench bench = new(core, Staff.Maya);
        IRenderedComponent<CasePage> page = bench.Open(state);

        page.FindAll("[data-form-kind] option").Select(option => option.GetAttribute("value")).ShouldBe([nameof(ReportKind.RegistrationForm), nameof(ReportKind.CompletenessChecklist)]);
        page.Find("[data-issue]").Click();

        page.WaitForAssertion(() => page.Markup.ShouldContain(DomainTexts.Of(new Onboarding.Core.Results.NotAllowed(Onboarding.Core.Results.RefusalCode.PrinterAbsent))));
        page.FindAll("[data-form]").ShouldBeEmpty();
    }
}
