using Bunit;
using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases;
using Onboarding.Tests.Components.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Customers;

public sealed class RecordCardTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Every_field_is_listed_and_what_differs_is_not_confirmed_with_the_rest()
    {
        CoreHost core = await cores.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.VerifiedAsync(Registrations.Person(9601)), Staff.Agus);
        await using CaseBench bench = new(core, Staff.Agus);
        IRenderedComponent<CasePage> page = bench.Open(state);
        IReadOnlyList<RecordLine> lines = StandardFormat.Of((await bench.ReadAsync(state)).Data);
        page.FindAll("[data-record-line]").Select(row => row.GetAttribute("data-record-line")).ShouldBe(lines.Select(line => line.Field));

        await page.Find("[data-confirm-same]").ClickAsync(new());

        page.FindAll("tr[data-differs] input[checked]").ShouldBeEmpty();
        page.FindAll("[data-record-line] input[checked]").Count.ShouldBe(lines.Count(line => !line.Differs));
        await page.Find("[data-record]").ClickAsync(new());
        page.WaitForAssertion(() => page.FindAll("tr[data-missing]").Count.ShouldBe(lines.Count(line => line.Differs)), Patience);

        foreach (RecordLine line in lines.Where(line => line.Differs))
        {
            await page.Find($"input[data-field='{line.Field}']").ChangeAsync(new() { Value = true });
        }

        await page.Find("[data-record]").ClickAsync(new());
        page.WaitForAssertion(() => page.FindAll("[data-record]").ShouldBeEmpty(), Patience);
        (await core.Cases.LoadAsync(state.CaseId)).Status.ShouldBe(CaseStatus.Recorded);
    }
}
