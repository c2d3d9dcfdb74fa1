using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Customers.Crm;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Customers.Crm;
using Onboarding.Portal.Integrations.Crm;
using Onboarding.Portal.Jobs;
using Onboarding.Tests.Support;
using Quartz;

namespace Onboarding.Tests.Components.Features.Customers;

public sealed class CrmPageTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_needs_somebody_stands_first_with_its_reason_and_without_a_name()
    {
        await using CoreHost core = await FailedAsync();
        await using RegisterBench bench = Open(core, Staff.Rudi);

        IRenderedComponent<CrmPage> page = Show(bench, rows: 2);

        page.Find("a[aria-current]").GetAttribute("data-state").ShouldBe(nameof(CrmState.Failed));
        page.Find("[data-crm-list]").TextContent.ShouldContain("422");
        page.Markup.ShouldNotContain("BUDI", Case.Insensitive);
        page.FindAll("[data-crm-row] a").ShouldBeEmpty("IT has no business with who is in the register");
        page.Markup.ShouldContain("display_name");
    }

    [Fact]
    public async Task Chosen_records_are_put_in_line_and_leave_the_list()
    {
        await using CoreHost core = await FailedAsync();
        await using RegisterBench bench = Open(core, Staff.Rudi);
        IRenderedComponent<CrmPage> page = Show(bench, rows: 2);
        page.Find("[data-resend-selected]").HasAttribute("disabled").ShouldBeTrue();

        await page.Find("[data-crm-row] input[type=checkbox]").ChangeAsync(new() { Value = true });
        await page.Find("[data-resend-selected]").ClickAsync(new());
        page.WaitForAssertion(() => page.FindAll("[data-crm-row]").Count.ShouldBe(1), Patience);

        await page.Find("[data-select-all]").ChangeAsync(new() { Value = true });
        await page.Find("[data-resend-selected]").ClickAsync(new());
        page.WaitForAssertion(() => page.FindAll("[data-crm-row] [data-resend]").ShouldBeEmpty(), Patience);
        (await core.Get<CrmReader>().OverviewAsync(Staff.Rudi, Token)).ShouldBeDone().Of(CrmState.Pending).ShouldBe(2);
    }

    [Fact]
    public async Task A_run_shows_how_far_it_is_and_can_be_stopped()
    {
        await using CoreHost core = await FailedAsync();
        await using RegisterBench bench = Open(core, Staff.Rudi);
        IRenderedComponent<CrmPage> page = Show(bench, rows: 2);
        (await core.Get<StartCrmRunHandler>().HandleAsync(new(CrmRunKind.Resend), Staff.Rudi, Token)).ShouldBeDone();
        CrmRun run = (await core.Get<CrmRuns>().NextAsync(Token)).ShouldNotBeNull();
        IReadOnlyList<Guid> batch = await core.Get<CrmRuns>().BatchAsync(run.Id, Token);
        await core.Get<CrmRuns>().AdvanceAsync(run.Id, 1, 0, batch[0], Token);

        bench.PublishAll();

        page.WaitForAssertion(() => page.Find("progress").GetAttribute("value").ShouldBe("50"), Patience);
        page.Find("[data-compare]").HasAttribute("disabled").ShouldBeTrue();
        await page.Find("[data-cancel]").ClickAsync(new());
        page.WaitForAssertion(() => page.Find("[data-cancel]").HasAttribute("disabled").ShouldBeTrue(), Patience);
        (await core.Get<CrmRuns>().NextAsync(Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Compliance_looks_on_and_has_nothing_to_press()
    {
        await using CoreHost core = await FailedAsync();
        await using RegisterBench bench = Open(core, Staff.Ratna);

        IRenderedComponent<CrmPage> page = Show(bench, rows: 2);

        page.FindAll("button").ShouldBeEmpty();
        page.FindAll("[data-crm-row] a").Count.ShouldBe(2, "compliance reads the register");
    }

    [Fact]
    public async Task Without_a_crm_the_page_says_how_to_switch_it_on()
    {
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        await using RegisterBench bench = Open(core, Staff.Rudi);

        IRenderedComponent<CrmPage> page = bench.Render<CrmPage>();

        page.WaitForAssertion(() => page.Markup.ShouldContain(CrmText.OffTitle), Patience);
        page.FindAll("button").ShouldBeEmpty();
    }

    private static RegisterBench Open(CoreHost core, Actor person)
    {
        RegisterBench bench = new(core, person);
        bench.Services.AddSingleton(new CrmCircuit(new CrmSettings(), core.Clock));
        bench.Services.AddSingleton(new CrmWork(NSubstitute.Substitute.For<ISchedulerFactory>()));
        return bench;
    }

    private static IRenderedComponent<CrmPage> Show(RegisterBench bench, int rows)
    {
        IRenderedComponent<CrmPage> page = bench.Render<CrmPage>();
        page.WaitForAssertion(() => page.FindAll("[data-crm-row]").Count.ShouldBe(rows), Patience);
        return page;
    }

    private async Task<CoreHost> FailedAsync()
    {
        CoreHost core = await CrmSupport.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        foreach (Guid id in await CrmSupport.AddAsync(core, 9861, 9862))
        {
            await CrmSupport.EditAsync(core, id, "baru@contoh.example");
            await core.Get<CrmLinks>().FailAsync(id, CrmReason.RecordRefused, 422, isLast: true, Token);
        }

        return core;
    }
}
