using Onboarding.Core.Cases;
using Onboarding.Core.Compliance;
using Onboarding.Core.Results;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Compliance;

public sealed class HeldCaseReaderTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Lists_what_is_held_and_forgets_what_was_released(DatabaseKind kind)
    {
        CoreHost core = await hosts.FreshAsync(kind);
        HoldCaseHandler holds = core.Get<HoldCaseHandler>();
        CaseState first = await core.Cases.ReceivedAsync();
        CaseState second = await core.Cases.InVerificationAsync();
        first = (await holds.PlaceAsync(new(CasesAt.Target(first), "Surat nomor 12."), Staff.Ratna, Token)).ShouldBeDone();
        core.Clock.Advance(TimeSpan.FromHours(1));
        (await holds.PlaceAsync(new(CasesAt.Target(second), "Surat nomor 13."), Staff.Ratna, Token)).ShouldBeDone();
        HeldCaseReader reader = core.Get<HeldCaseReader>();

        (await reader.ReadAsync(Staff.Ratna, Token)).ShouldBeDone().Select(held => held.Number).ShouldBe([first.Number, second.Number]);

        (await holds.ReleaseAsync(new(CasesAt.Target(first), "Selesai."), Staff.Ratna, Token)).ShouldBeDone();
        HeldCase left = (await reader.ReadAsync(Staff.Ratna, Token)).ShouldBeDone().ShouldHaveSingleItem();
        left.Number.ShouldBe(second.Number);
        left.Reason.ShouldBe("Surat nomor 13.");
        left.HeldByName.ShouldBe(Staff.Ratna.Name);
    }

    [Fact]
    public async Task Is_for_compliance_alone()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);

        (await core.Get<HeldCaseReader>().ReadAsync(Staff.Maya, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
    }
}
