using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Cases;

/// <summary>"Pelanggan Baru": never recorded before. The search runs at intake and again when verification begins.</summary>
public sealed class DuplicateTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_second_registration_of_one_person_is_matched_and_not_handed_on_before_somebody_decides(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var first = await core.Cases.ReceivedAsync(Registrations.Person(1001));
        var second = await core.Cases.ReceivedAsync(Registrations.Person(1001) with { Phone = "+6281299990001", Email = "lain@contoh.example" });
        (await core.Cases.LoadAsync(first.CaseId)).Duplicates.ShouldBeEmpty();
        (await core.Cases.LoadAsync(second.CaseId)).Duplicates.Select(match => (match.OtherNumber, match.Kind)).ShouldBe(
            [(first.Number, IdentityKeyKind.Nik), (first.Number, IdentityKeyKind.NameAndBirthDate)], ignoreOrder: true);

        second = await core.Cases.ClaimAsync(second, Staff.Sari);
        second = (await core.Get<TickChecklistItemHandler>().HandleAsync(new(CasesAt.Target(second), ChecklistItem.ProductExplained, true, null), Staff.Sari, Token)).ShouldBeDone();
        (await CompleteAsync(core, second)).ShouldBeRefused(RefusalCode.DuplicatesUndecided).Arguments.ShouldBe(["2"]);
        (await DecideAsync(core, second, first, DuplicateVerdict.Different, " ")).ShouldBeRefused(RefusalCode.ReasonRequired);
        second = (await DecideAsync(core, second, first, DuplicateVerdict.Same, "NIK sama")).ShouldBeDone();
        (await CompleteAsync(core, second)).ShouldBeRefused(RefusalCode.DuplicatesUndecided);
        second = (await DecideAsync(core, second, first, DuplicateVerdict.Different, "salah ketik NIK, kembar")).ShouldBeDone();

        (await CompleteAsync(core, second)).ShouldBeDone();
    }

    [Theory, DatabaseProviders]
    public async Task What_came_in_meanwhile_is_found_when_verification_begins(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var first = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(Registrations.Person(1002)), Staff.Sari);
        var second = await core.Cases.ReceivedAsync(Registrations.Person(1002));
        first = (await core.Get<TickChecklistItemHandler>().HandleAsync(new(CasesAt.Target(first), ChecklistItem.ProductExplained, true, null), Staff.Sari, Token)).ShouldBeDone();
        first = (await CompleteAsync(core, first)).ShouldBeDone();
        (await core.Cases.LoadAsync(first.CaseId)).Duplicates.ShouldContain(match => match.OtherCaseId == second.CaseId && match.Kind == IdentityKeyKind.Nik);

        first = await core.Cases.ClaimAsync(first, Staff.Dewi);
        foreach (var code in VerificationForm.RequiredChecks(Registrations.Person()))
        {
            first = (await core.Get<RecordCheckHandler>().HandleAsync(new(CasesAt.Target(first), code, CheckResult.Passed, "dilihat", null), Staff.Dewi, Token)).ShouldBeDone();
        }

        (await core.Get<CompleteVerificationHandler>().HandleAsync(new(CasesAt.Target(first)), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.DuplicatesUndecided);
    }

    [Theory, DatabaseProviders]
    public async Task A_corrected_number_is_searched_for_and_a_cancelled_registration_counts_for_nothing(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var earlier = await core.Cases.ReceivedAsync(Registrations.Person(1003));
        var cancelled = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(Registrations.Person(1004)), Staff.Sari);
        (await core.Get<CancelRegistrationHandler>().HandleAsync(new(CasesAt.Target(cancelled), "spam"), Staff.Sari, Token)).ShouldBeDone();

        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(Registrations.Person(1005)), Staff.Sari);
        var corrected = Registrations.Person(1005) with { Nik = Registrations.Person(1003).Nik, Email = Registrations.Person(1004).Email };
        (await core.Get<EditRegistrationHandler>().HandleAsync(new(CasesAt.Target(state), corrected, null), Staff.Sari, Token)).ShouldBeDone();

        (await core.Cases.LoadAsync(state.CaseId)).Duplicates.Select(match => (match.OtherCaseId, match.Kind)).ShouldBe([(earlier.CaseId, IdentityKeyKind.Nik)]);
    }

    private static Task<Result<CaseState>> CompleteAsync(CoreHost core, CaseState state) =>
        core.Get<CompleteIntakeHandler>().HandleAsync(new(CasesAt.Target(state)), Staff.Sari, Token);

    private static Task<Result<CaseState>> DecideAsync(CoreHost core, CaseState state, CaseState other, DuplicateVerdict verdict, string reason) =>
        core.Get<DecideDuplicateHandler>().HandleAsync(new(CasesAt.Target(state), other.CaseId, verdict, reason), Staff.Sari, Token);
}
