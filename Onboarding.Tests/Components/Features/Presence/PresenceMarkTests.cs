using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Presence;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Live.Presence;
using Onboarding.Tests.Components.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Presence;

/// <summary>One change of presence draws one mark, and is shown to nobody who may not see the row.</summary>
public sealed class PresenceMarkTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private const string Number = "ONB-2026-000001";
    private const string Other = "ONB-2026-000002";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Somebody_who_comes_and_goes_draws_that_row_alone()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        using RowBench bench = new(core, ActorRole.CustomerService);
        IRenderedComponent<QueueRowView> here = bench.Row(Number);
        IRenderedComponent<QueueRowView> elsewhere = bench.Row(Other);
        int before = elsewhere.RenderCount;

        PresenceTicket bayu = bench.Board.Enter(Number, Staff.Bayu);
        here.WaitForAssertion(() => here.Find("[data-presence]").TextContent.ShouldContain("BP"), Patience);
        here.Find("[data-presence]").GetAttribute("title").ShouldBe(PresenceText.Here.Replace("{0}", Staff.Bayu.Name, StringComparison.Ordinal));
        bayu.Type();
        here.WaitForElement("[data-presence][data-typing]", Patience);
        bayu.Dispose();

        here.WaitForAssertion(() => here.FindAll("[data-presence]").ShouldBeEmpty(), Patience);
        elsewhere.RenderCount.ShouldBe(before);
    }

    [Theory]
    [InlineData(ActorRole.Administrator, WorkQueue.Intake)]
    [InlineData(ActorRole.InformationTechnology, WorkQueue.Intake)]
    [InlineData(ActorRole.CustomerService, WorkQueue.Verification)]
    public async Task Who_may_not_see_the_queue_sees_nobody(ActorRole role, WorkQueue queue)
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        using RowBench bench = new(core, role);
        using PresenceTicket bayu = bench.Board.Enter(Number, Staff.Bayu);

        bench.Row(Number, queue).FindAll("[data-presence]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Oneself_is_no_company()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        using RowBench bench = new(core, ActorRole.CustomerService);
        using PresenceTicket own = bench.Board.Enter(Number, bench.Viewer);

        bench.Row(Number).FindAll("[data-presence]").ShouldBeEmpty();
    }

    [Fact]
    public void The_names_of_those_who_are_there_are_text_and_no_HTML()
    {
        string mark = PresenceMark.Draw("<i>", [new("1", "<script>x</script>", IsTyping: false)]).Value;

        mark.ShouldContain("&lt;script&gt;x&lt;/script&gt;");
        mark.ShouldNotContain("<script");
        mark.ShouldNotContain("<i>");
    }

    [Fact]
    public async Task Two_pages_of_one_case_show_each_other_and_who_is_typing()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        PresenceBoard board = new(TimeProvider.System);
        await using CaseBench first = new(core, Staff.Sari);
        await using CaseBench second = new(core, Staff.Bayu);
        first.Services.AddSingleton(board);
        second.Services.AddSingleton(board);
        IRenderedComponent<CasePage> sari = first.Open(state);
        IRenderedComponent<CasePage> bayu = second.Open(state);

        sari.WaitForElement($"[data-present='{Staff.Bayu.Name}']", Patience);
        bayu.WaitForElement($"[data-present='{Staff.Sari.Name}']", Patience);
        await sari.Find("button[data-action=CancelRegistration]").ClickAsync(new());
        await sari.Find("form[data-form=CancelRegistration] textarea").InputAsync(new() { Value = "Ganda." });
        bayu.WaitForElement($"[data-present='{Staff.Sari.Name}'][data-typing]", Patience);

        await first.DisposeAsync();

        bayu.WaitForAssertion(() => bayu.FindAll("[data-present]").ShouldBeEmpty(), Patience);
        board.Dispose();
    }
}
