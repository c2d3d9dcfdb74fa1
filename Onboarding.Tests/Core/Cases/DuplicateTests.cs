using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Matching;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Cases;

/// <summary>"Pelanggan Baru": never recorded before. The search runs at intake, again when verification begins, and whenever data changes.</summary>
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
        var match = (await MatchesAsync(core, second)).ShouldHaveSingleItem();
        match.OtherNumber.ShouldBe(first.Number);
        match.OtherStatus.ShouldBe(CaseStatus.Received);
        match.Score.ShouldBeGreaterThan(90);
        match.Reasons.ShouldBe([MatchReason.SameNik, MatchReason.SameName, MatchReason.SameBirthDate, MatchReason.SameAddress]);

        second = await core.Cases.ClaimAsync(second, Staff.Sari);
        second = (await core.Get<TickChecklistItemHandler>().HandleAsync(CasesAt.Explained(CasesAt.Target(second)), Staff.Sari, Token)).ShouldBeDone();
        (await CompleteAsync(core, second)).ShouldBeRefused(RefusalCode.DuplicatesUndecided).Arguments.ShouldBe(["1"]);
        (await DecideAsync(core, second, first, DuplicateVerdict.Different, " ")).ShouldBeRefused(RefusalCode.ReasonRequired);
        second = (await DecideAsync(core, second, first, DuplicateVerdict.Same, "NIK sama")).ShouldBeDone();
        (await CompleteAsync(core, second)).ShouldBeRefused(RefusalCode.DuplicatesUndecided);
        second = (await DecideAsync(core, second, first, DuplicateVerdict.Different, "salah ketik NIK, kembar")).ShouldBeDone();

        (await CompleteAsync(core, second)).ShouldBeDone();
    }

    [Theory, DatabaseProviders]
    public async Task A_name_in_another_spelling_with_the_same_birth_date_is_matched_though_no_number_is(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var earlier = await core.Cases.ReceivedAsync(Registrations.Person(1011) with { FullName = "Dr. H. Mochammad Soerjadi Widjaja, S.E." });
        var other = Registrations.Person(1012);
        var later = await core.Cases.ReceivedAsync(other with
        {
            FullName = "Suryadi Wijaya Moh.",
            Phone = "+6285199990012",
            Address = other.Address with { PostalCode = "10650" },
            BirthDate = Registrations.Person(1011).BirthDate,
            Nik = $"327303{Registrations.Person(1011).BirthDate:ddMMyy}9944",
        });

        var match = (await MatchesAsync(core, later)).ShouldHaveSingleItem();
        match.OtherCaseId.ShouldBe(earlier.CaseId);
        match.Reasons.ShouldBe([MatchReason.NameSoundsAlike, MatchReason.SameBirthDate]);
    }

    [Theory, DatabaseProviders]
    public async Task A_swapped_birth_date_and_a_rare_name_with_another_date_are_found(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var born = new DateOnly(1988, 3, 9);
        await core.Cases.ReceivedAsync(Born(Registrations.Person(1013) with { FullName = "Purwoto Kramadibrata" }, born));
        var swapped = await core.Cases.ReceivedAsync(Born(Registrations.Person(1014) with { FullName = "Purwoto Kramadibrata" }, new DateOnly(1988, 9, 3)));
        var phone = await core.Cases.ReceivedAsync(Born(Registrations.Person(1015) with { FullName = "Kramadibrata Purwata", Phone = Registrations.Person(1013).Phone }, new DateOnly(1971, 1, 30)));

        (await MatchesAsync(core, swapped)).ShouldHaveSingleItem().Reasons.ShouldContain(MatchReason.BirthDateSwapped);
        (await MatchesAsync(core, phone)).ShouldContain(match => match.Reasons.Contains(MatchReason.SamePhone));
    }

    [Theory, DatabaseProviders]
    public async Task What_came_in_meanwhile_is_found_when_verification_begins(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var first = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(Registrations.Person(1002)), Staff.Sari);
        var second = await core.Cases.ReceivedAsync(Registrations.Person(1002));
        first = (await core.Get<TickChecklistItemHandler>().HandleAsync(CasesAt.Explained(CasesAt.Target(first)), Staff.Sari, Token)).ShouldBeDone();
        first = (await CompleteAsync(core, first)).ShouldBeDone();
        (await MatchesAsync(core, first)).ShouldContain(match => match.OtherCaseId == second.CaseId && match.Score == 100);

        first = await core.Cases.ClaimAsync(first, Staff.Dewi);
        first = await core.Cases.PassChecksAsync(first, Staff.Dewi);
        (await core.Get<CompleteVerificationHandler>().HandleAsync(new(CasesAt.Target(first)), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.DuplicatesUndecided);

        // Known already: the supervisor is told, though no check failed.
        first = (await DecideAsync(core, first, second, DuplicateVerdict.Same, "orang yang sama", Staff.Dewi)).ShouldBeDone();
        (await core.Get<RecommendRejectionHandler>().HandleAsync(new(CasesAt.Target(first), "sudah tercatat"), Staff.Dewi, Token)).ShouldBeDone()
            .Status.ShouldBe(CaseStatus.AwaitingApproval);
    }

    [Theory, DatabaseProviders]
    public async Task Corrected_data_is_searched_for_and_what_no_longer_matches_is_no_longer_asked(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var earlier = await core.Cases.ReceivedAsync(Registrations.Person(1003));
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(Registrations.Person(1005)), Staff.Sari);
        state = await EditAsync(core, state, Registrations.Person(1005) with { Nik = Registrations.Person(1003).Nik });
        (await MatchesAsync(core, state)).Select(match => match.OtherCaseId).ShouldBe([earlier.CaseId]);

        state = await EditAsync(core, state, Registrations.Person(1005));

        (await MatchesAsync(core, state)).ShouldBeEmpty();
        (await core.Get<DecideDuplicateHandler>().HandleAsync(new(CasesAt.Target(state), earlier.CaseId, DuplicateVerdict.Different, "x"), Staff.Sari, Token))
            .ShouldBeRefused(RefusalCode.RecordNotFound);
        (await DecideAsync(core, state, earlier, DuplicateVerdict.Different, "x")).ShouldBeRefused(RefusalCode.RecordNotFound);
    }

    [Theory, DatabaseProviders]
    public async Task A_decision_stands_until_what_both_share_has_changed_and_is_not_asked_from_the_other_side(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var first = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(Registrations.Person(1006)), Staff.Sari);
        var shared = Registrations.Person(1007) with { FullName = Registrations.Person(1006).FullName, Phone = Registrations.Person(1006).Phone };
        var second = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(shared), Staff.Bayu);
        second = (await DecideAsync(core, second, first, DuplicateVerdict.Related, "ayah dan anak", Staff.Bayu)).ShouldBeDone();

        first = (await core.Get<SearchDuplicatesHandler>().HandleAsync(new(CasesAt.Target(first)), Staff.Sari, Token)).ShouldBeDone();
        var taken = (await MatchesAsync(core, first)).ShouldHaveSingleItem();
        (taken.Verdict, taken.Reason, taken.DecidedByName, taken.IsOpen).ShouldBe((DuplicateVerdict.Related, "ayah dan anak", Staff.Bayu.Name, false));

        // The street changes nothing of what both share; the e-mail address does.
        second = await EditAsync(core, second, shared with { Address = shared.Address with { Street = "Jl. Lain No. 7" } }, Staff.Bayu);
        (await MatchesAsync(core, second)).ShouldHaveSingleItem().IsOpen.ShouldBeFalse();
        second = await EditAsync(core, second, shared with { Email = Registrations.Person(1006).Email }, Staff.Bayu);
        var again = (await MatchesAsync(core, second)).ShouldHaveSingleItem();
        (again.IsOpen, again.Verdict).ShouldBe((true, DuplicateVerdict.Related));
        (await DecideAsync(core, second, first, DuplicateVerdict.Different, "tetap bukan", Staff.Bayu)).ShouldBeDone();
        (await MatchesAsync(core, second)).ShouldHaveSingleItem().IsOpen.ShouldBeFalse();
    }

    [Theory, DatabaseProviders]
    public async Task Who_was_cancelled_before_is_shown_and_may_try_again(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var cancelled = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(Registrations.Person(1004)), Staff.Sari);
        (await core.Get<CancelRegistrationHandler>().HandleAsync(new(CasesAt.Target(cancelled), "spam"), Staff.Sari, Token)).ShouldBeDone();

        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(Registrations.Person(1004)), Staff.Sari);
        (await MatchesAsync(core, state)).ShouldHaveSingleItem().OtherStatus.ShouldBe(CaseStatus.Cancelled);
        state = (await DecideAsync(core, state, cancelled, DuplicateVerdict.Same, "mendaftar lagi")).ShouldBeDone();
        state = (await core.Get<TickChecklistItemHandler>().HandleAsync(CasesAt.Explained(CasesAt.Target(state)), Staff.Sari, Token)).ShouldBeDone();

        (await CompleteAsync(core, state)).ShouldBeDone();
    }

    [Theory, DatabaseProviders]
    public async Task A_representative_is_related_to_the_business(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var business = await core.Cases.ReceivedAsync(Registrations.Business(1020) with { RepresentativeNik = Registrations.Person(1020).Nik! });
        var owner = await core.Cases.ReceivedAsync(Registrations.Person(1020));
        var second = await core.Cases.ReceivedAsync(Registrations.Business(1021) with { RepresentativeNik = Registrations.Person(1020).Nik! });

        (await MatchesAsync(core, owner)).ShouldHaveSingleItem().Reasons.ShouldContain(MatchReason.SameRepresentative);
        (await MatchesAsync(core, second)).Select(match => match.OtherCaseId).ShouldBe([business.CaseId, owner.CaseId], ignoreOrder: true);
    }

    [Theory, DatabaseProviders]
    public async Task A_foreign_representative_is_found_by_the_passport(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var first = await core.Cases.ReceivedAsync(Registrations.ForeignSigned(1025));
        var second = await core.Cases.ReceivedAsync(Registrations.ForeignSigned(1026) with { RepresentativePassportNumber = Registrations.ForeignSigned(1025).RepresentativePassportNumber });

        (await MatchesAsync(core, second)).Single(match => match.OtherCaseId == first.CaseId).Reasons.ShouldContain(MatchReason.SamePassport);
    }

    [Theory, DatabaseProviders]
    public async Task A_draft_is_not_found_until_it_is_sent_in_and_edited_data_leaves_no_old_key_behind(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var draft = (await core.Get<RegisterCaseHandler>().HandleAsync(
            new(Guid.CreateVersion7(core.Clock.GetUtcNow()), "INTERNET-RUMAH", Channel.Offline, Language.Indonesian, Registrations.Person(1030), null, IsDraft: true), Staff.Sari, Token)).ShouldBeDone().State;
        (await KeysAsync(core, draft)).ShouldBeEmpty();
        (await MatchesAsync(core, await core.Cases.ReceivedAsync(Registrations.Person(1030)))).ShouldBeEmpty();

        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(Registrations.Person(1031)), Staff.Sari);
        var before = await KeysAsync(core, state);
        state = await EditAsync(core, state, Registrations.Person(1032));
        var after = await KeysAsync(core, state);

        before.ShouldNotBeEmpty();
        after.ShouldBe(core.Get<CaseProtection>().Keys(Registrations.Person(1032)), ignoreOrder: true);
        after.Intersect(before).Count().ShouldBeLessThan(before.Count / 2);
    }

    private static PersonData Born(PersonData person, DateOnly date) => person with { BirthDate = date, Nik = $"317103{date:ddMMyy}{person.Nik![12..]}" };

    private static async Task<IReadOnlyList<DuplicateMatch>> MatchesAsync(CoreHost core, CaseState state) => (await core.Cases.LoadAsync(state.CaseId)).Duplicates;

    private static Task<List<long>> KeysAsync(CoreHost core, CaseState state) =>
        Database.ReadAsync(core, context => context.SearchKeys.Where(key => key.CaseId == state.CaseId).Select(key => key.Hash).ToListAsync(Token));

    private static async Task<CaseState> EditAsync(CoreHost core, CaseState state, ApplicantData data, Actor? actor = null) =>
        (await core.Get<EditRegistrationHandler>().HandleAsync(new(CasesAt.Target(state), data, null), actor ?? Staff.Sari, Token)).ShouldBeDone();

    private static Task<Result<CaseState>> CompleteAsync(CoreHost core, CaseState state) =>
        core.Get<CompleteIntakeHandler>().HandleAsync(new(CasesAt.Target(state)), Staff.Sari, Token);

    private static Task<Result<CaseState>> DecideAsync(CoreHost core, CaseState state, CaseState other, DuplicateVerdict verdict, string reason, Actor? actor = null) =>
        core.Get<DecideDuplicateHandler>().HandleAsync(new(CasesAt.Target(state), other.CaseId, verdict, reason), actor ?? Staff.Sari, Token);
}
