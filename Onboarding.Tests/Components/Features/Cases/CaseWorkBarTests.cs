using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Queues;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Cases;

/// <summary>The work of a case seen from its page.</summary>
public sealed class CaseWorkBarTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Opening_takes_the_work_where_the_settings_say_so(bool isOn)
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.ReceivedAsync();

        await using var bench = Bench(core, Staff.Sari, isOn);
        var page = bench.Open(state);

        page.WaitForElement(isOn ? "[data-work-item=Release]" : "[data-work-item=Claim]", Patience);
        (await AssigneeAsync(core, state)).ShouldBe(isOn ? Staff.Sari.Id : null);
        if (isOn)
        {
            // Who gives it back on this page does not get it again by still looking at it.
            await page.Find("[data-work-item=Release]").ClickAsync(new());
            page.WaitForElement("[data-work-item=Claim]", Patience);
            (await AssigneeAsync(core, state)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Opening_takes_nothing_from_a_colleague_nor_for_who_may_only_look()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var others = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Bayu);
        var free = await core.Cases.ReceivedAsync();

        await using var bench = Bench(core, Staff.Sari, isOn: true);
        bench.Open(others);
        await using var looking = Bench(core, Staff.Ratna, isOn: true);
        looking.Open(free);

        (await AssigneeAsync(core, others)).ShouldBe(Staff.Bayu.Id);
        (await AssigneeAsync(core, free)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_put_aside_says_until_when_and_why_and_can_be_brought_back()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        var item = await core.Cases.LiveWorkItemAsync(state.CaseId);
        (await core.Get<SnoozeWorkItemHandler>().HandleAsync(new(item, core.Clock.GetUtcNow().AddHours(1), "Menunggu telepon"), Staff.Sari, Xunit.TestContext.Current.CancellationToken)).ShouldBeDone();

        await using var bench = Bench(core, Staff.Sari, isOn: false);
        var page = bench.Open(state);
        page.Markup.ShouldContain("Menunggu telepon");
        await page.Find("[data-work-item=Wake]").ClickAsync(new());

        page.WaitForAssertion(() => page.FindAll("[data-work-item=Wake]").ShouldBeEmpty(), Patience);
        (await core.Cases.LoadAsync(state.CaseId)).LiveWorkItem!.SnoozedUntil.ShouldBeNull();
    }

    [Fact]
    public async Task Whose_work_here_is_done_goes_on_with_the_next()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.InVerificationAsync();

        await using var bench = Bench(core, Staff.Sari, isOn: false);

        bench.Open(state).FindAll("[data-take-next]").ShouldHaveSingleItem();
    }

    private static CaseBench Bench(CoreHost core, Actor person, bool isOn)
    {
        var bench = new CaseBench(core, person);
        bench.Services.AddSingleton(new QueueSettings { ClaimOnOpening = isOn });
        return bench;
    }

    private static async Task<string?> AssigneeAsync(CoreHost core, CaseState state) => (await core.Cases.LoadAsync(state.CaseId)).LiveWorkItem!.AssigneeId;
}
