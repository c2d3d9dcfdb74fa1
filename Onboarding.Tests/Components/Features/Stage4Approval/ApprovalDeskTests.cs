using Bunit;
using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Cases;
using Onboarding.Tests.Components.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Stage4Approval;

/// <summary>The supervisor has everything that a decision rests on in one place.</summary>
public sealed class ApprovalDeskTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_data_documents_checks_duplicates_records_and_times_beside_the_decision()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        await using CaseBench bench = new(core, Staff.Maya);
        IRenderedComponent<CasePage> page = bench.Open(state);

        foreach (string section in new[] { CaseSections.Data, CaseSections.Documents, CaseSections.Verification, CaseSections.Duplicates, CaseSections.Record, CaseSections.Storage })
        {
            page.FindAll($".desk #{section}").Count.ShouldBe(1, section);
        }

        page.FindAll("[data-queue]").Select(entry => entry.GetAttribute("data-queue")).ShouldBe(["Intake", "Verification", "Recording", "Storage", "Approval"]);
        page.Find(".decision button[data-action=Approve]").ShouldNotBeNull();
        page.Markup.ShouldContain(CaseText.RiskNone);
    }

    [Fact]
    public async Task Names_what_asks_to_be_looked_at()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        (await core.Get<CaseWriter>().ActAsync(new(state.CaseId, null), Actor.System("test"), work =>
        {
            work.RaiseConcern(ConcernKind.StoredDocumentDamaged);
            return null;
        }, Token)).ShouldBeDone();
        await using CaseBench bench = new(core, Staff.Maya);

        IRenderedComponent<CasePage> page = bench.Open(state);

        page.Find("[data-warning]").GetAttribute("data-warning").ShouldBe(nameof(ApprovalWarning.ConcernOpen));
        page.Markup.ShouldContain(DomainTexts.Of(ApprovalWarning.ConcernOpen));
    }

    [Fact]
    public async Task Others_keep_their_own_page()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        await using CaseBench bench = new(core, Staff.Ratna);

        bench.Open(await core.Cases.AwaitingApprovalAsync()).FindAll(".desk").ShouldBeEmpty();
    }
}
