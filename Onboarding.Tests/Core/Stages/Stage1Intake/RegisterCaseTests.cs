using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Compliance;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage1Intake;

/// <summary>Submission keys, case numbers, consent and who may register (SOP stage 1).</summary>
public sealed class RegisterCaseTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly GivenConsent Consent = new("2026-01", Registration: true, Marketing: false);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Twenty_submissions_of_one_form_at_once_make_one_case(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var key = Key(core);

        var results = await Task.WhenAll(Enumerable.Range(1, 20).Select(_ => Task.Run(() => RegisterAsync(core, Registrations.Person(2001), key), Token)));

        results.Select(result => result.ShouldBeDone().State.CaseId).Distinct().ShouldHaveSingleItem();
        results.Select(result => result.Value.StatusToken).Distinct().ShouldHaveSingleItem();
        (await Database.ReadAsync(core, context => context.Cases.CountAsync(item => item.SubmissionKey == key, Token))).ShouldBe(1);
    }

    [Theory, DatabaseProviders]
    public async Task A_key_used_for_another_applicant_is_a_conflict_and_tells_nothing_of_the_first(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var key = Key(core);
        (await RegisterAsync(core, Registrations.Person(2002), key)).ShouldBeDone();

        (await RegisterAsync(core, Registrations.Person(2003), key)).ShouldBeRefused(RefusalCode.SubmissionKeyReused);
        (await RegisterAsync(core, Registrations.Person(2002), key, product: "AWAN-KANTOR")).ShouldBeRefused(RefusalCode.SubmissionKeyReused);
    }

    [Theory, DatabaseProviders]
    public async Task Numbers_have_no_gap_after_fifty_registrations_at_once_and_one_that_was_given_up(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var registrations = Enumerable.Range(1, 50).Select(serial => Task.Run(() => RegisterAsync(core, Registrations.Person(serial)), Token));
        var givenUp = Enumerable.Range(1, 10).Select(_ => Task.Run(
            () => core.Get<UnitOfWork>().WriteAsync<int>(
                async scope =>
                {
                    await scope.NextNumberAsync(CaseNumber.Series(2026), Token);
                    return new NotAllowed(RefusalCode.ProductNotOffered);
                },
                Token),
            Token));

        var results = await Task.WhenAll(registrations);
        (await Task.WhenAll(givenUp)).ShouldAllBe(result => !result.IsDone);

        results.Select(result => result.ShouldBeDone().State.Number).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(1, 50).Select(number => $"ONB-2026-{number:000000}"));
    }

    [Theory, DatabaseProviders]
    public async Task The_year_of_the_number_changes_at_midnight_in_the_office(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        core.Clock.Advance(new DateTimeOffset(2026, 12, 31, 16, 59, 59, 999, TimeSpan.Zero) - core.Clock.GetUtcNow());
        (await RegisterAsync(core, Registrations.Person(1))).ShouldBeDone().State.Number.ShouldBe("ONB-2026-000001");

        core.Clock.Advance(TimeSpan.FromMilliseconds(1));

        (await RegisterAsync(core, Registrations.Person(2))).ShouldBeDone().State.Number.ShouldBe("ONB-2027-000001");
        (await RegisterAsync(core, Registrations.Person(3))).ShouldBeDone().State.Number.ShouldBe("ONB-2027-000002");
    }

    [Theory, DatabaseProviders]
    public async Task Who_is_of_age_today_in_the_office_registers_and_can_be_handed_on_though_it_is_still_yesterday_in_utc(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        core.Clock.Advance(new DateTimeOffset(2026, 11, 23, 17, 30, 0, TimeSpan.Zero) - core.Clock.GetUtcNow());
        var born = new DateOnly(2008, 11, 24);
        var person = Registrations.Person(8) with { BirthDate = born, Nik = "3171032411080008" };
        (await RegisterAsync(core, person with { BirthDate = born.AddDays(1), Nik = "3171032511080008" })).Refusal.ShouldBeOfType<Invalid>().Errors
            .ShouldContain(error => error.Problem == InputProblem.UnderAge);

        var state = (await RegisterAsync(core, person)).ShouldBeDone().State;

        var file = (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Sari, Token)).ShouldBeDone();
        file.Checklist.Single(line => line.Item == ChecklistItem.FormComplete).IsSatisfied.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task Keeps_the_proof_of_each_consent_with_the_version_and_hash_of_the_text(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        (await RegisterAsync(core, Registrations.Person(2010), consent: null)).Refusal.ShouldBeOfType<Invalid>().Errors.ShouldHaveSingleItem().Problem.ShouldBe(InputProblem.ConsentRequired);
        (await RegisterAsync(core, Registrations.Person(2010), consent: Consent with { Registration = false })).ShouldBeRefused(RefusalCode.InvalidInput);
        (await RegisterAsync(core, Registrations.Person(2010), consent: Consent with { PrivacyVersion = "2025-01" })).Refusal.ShouldBeOfType<Invalid>().Errors[0].Problem.ShouldBe(InputProblem.ConsentTextOutdated);

        var state = (await RegisterAsync(core, Registrations.Person(2010), consent: Consent)).ShouldBeDone().State;

        var text = await Database.ReadAsync(core, context => context.PolicyTexts.SingleAsync(entry => entry.Code == PolicyCodes.Privacy, Token));
        var consents = (await core.Cases.LoadAsync(state.CaseId)).Consents;
        consents.Select(entry => (entry.Purpose, entry.IsGiven)).ShouldBe([(ConsentPurposes.Registration, true), (ConsentPurposes.Marketing, false)], ignoreOrder: true);
        consents.ShouldAllBe(entry => entry.TextVersion == text.Version && entry.TextHash.SequenceEqual(text.Hash) && entry.Channel == Channel.Online);
    }

    [Theory, DatabaseProviders]
    public async Task Of_the_staff_only_customer_service_registers(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        foreach (var other in new[] { Staff.Dewi, Staff.Rudi, Staff.Maya, Staff.Ratna, Staff.Yusuf })
        {
            (await RegisterAsync(core, Registrations.Person(2020), actor: other)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
            (await RegisterAsync(core, Registrations.Person(2020), actor: other, isDraft: true)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        }

        (await RegisterAsync(core, Registrations.Person(2020), actor: Actor.Applicant(Guid.Empty), isDraft: true)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        var state = (await RegisterAsync(core, Registrations.Person(2020), actor: Staff.Sari)).ShouldBeDone().State;
        (await core.Cases.LoadAsync(state.CaseId)).Participations.ShouldHaveSingleItem().StaffId.ShouldBe(Staff.Sari.Id);
    }

    [Theory, DatabaseProviders]
    public async Task A_draft_may_hold_anything_and_is_checked_when_it_is_sent_in(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var scrawl = new PersonData { FullName = new string('x', 5000) + "\0\ud83d", Address = new AddressData { VillageCode = "not a village" } };
        var draft = (await RegisterAsync(core, scrawl, consent: null, actor: Staff.Sari, isDraft: true)).ShouldBeDone().State;
        draft.Status.ShouldBe(CaseStatus.Draft);
        var submit = core.Get<SubmitDraftHandler>();
        (await submit.HandleAsync(new(CasesAt.Target(draft), Consent), Staff.Sari, Token)).Refusal.ShouldBeOfType<Invalid>();

        draft = (await core.Get<EditRegistrationHandler>().HandleAsync(new(CasesAt.Target(draft), Registrations.Person(2030), null), Staff.Bayu, Token)).ShouldBeDone();
        (await submit.HandleAsync(new(CasesAt.Target(draft), null), Staff.Sari, Token)).Refusal.ShouldBeOfType<Invalid>().Errors.ShouldHaveSingleItem().Problem.ShouldBe(InputProblem.ConsentRequired);
        (await core.Cases.LoadAsync(draft.CaseId)).LiveWorkItem.ShouldBeNull();
        var sent = (await submit.HandleAsync(new(CasesAt.Target(draft), Consent), Staff.Sari, Token)).ShouldBeDone();

        var owner = await core.Cases.LoadAsync(sent.CaseId);
        (owner.Status, owner.LiveWorkItem!.Queue, owner.Consents.Count).ShouldBe((CaseStatus.Received, WorkQueue.Intake, 2));
        owner.Participations.Select(entry => entry.StaffId).ShouldBe([Staff.Sari.Id, Staff.Bayu.Id], ignoreOrder: true);
    }

    [Theory, DatabaseProviders]
    public async Task Refuses_what_is_not_offered_and_choices_that_do_not_exist(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        (await RegisterAsync(core, Registrations.Person(2040), product: "INTERNET-BISNIS")).ShouldBeRefused(RefusalCode.ProductNotOffered);
        (await RegisterAsync(core, Registrations.Person(2040), product: "TIDAK-ADA")).ShouldBeRefused(RefusalCode.ProductNotOffered);
        (await RegisterAsync(core, Registrations.Person(2040), channel: (Channel)99)).ShouldBeRefused(RefusalCode.InvalidInput);
    }

    private static Guid Key(CoreHost core) => Guid.CreateVersion7(core.Clock.GetUtcNow());

    private static Task<Result<Registered>> RegisterAsync(CoreHost core, ApplicantData data, Guid? key = null, Actor? actor = null, string product = "INTERNET-RUMAH", Channel channel = Channel.Online) =>
        RegisterAsync(core, data, Consent, key, actor, product, channel: channel);

    private static Task<Result<Registered>> RegisterAsync(
        CoreHost core, ApplicantData data, GivenConsent? consent, Guid? key = null, Actor? actor = null, string product = "INTERNET-RUMAH", bool isDraft = false, Channel channel = Channel.Online) =>
        core.Get<RegisterCaseHandler>().HandleAsync(
            new(key ?? Key(core), product, channel, Language.Indonesian, data, consent, isDraft), actor ?? Actor.Applicant(Guid.Empty), Token);

    private static Task<Result<Registered>> RegisterAsync(CoreHost core, ApplicantData data, Actor actor, bool isDraft) =>
        RegisterAsync(core, data, Consent, actor: actor, isDraft: isDraft);
}
