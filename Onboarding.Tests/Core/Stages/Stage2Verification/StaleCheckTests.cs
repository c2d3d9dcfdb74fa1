using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage2Verification;

/// <summary>A check on data or documents that are no longer there proves nothing.</summary>
public sealed class StaleCheckTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly CheckKey Address = new(CheckCode.DataMatchesDocument, nameof(FieldGroup.Address));
    private static readonly CheckKey Identity = new(CheckCode.DataMatchesDocument, nameof(FieldGroup.Identity));
    private static readonly CheckKey Card = new(CheckCode.DocumentAuthentic, nameof(DocumentKind.IdentityCard));
    private static readonly CheckKey NikAgain = new(CheckCode.BlindReentry, nameof(ReentryField.Nik));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public Task A_new_version_of_a_document_makes_every_check_on_it_due_again_and_no_other(DatabaseKind kind) => IsDueAgainAsync(kind, 8101, replaces: true);

    [Theory, DatabaseProviders]
    public Task A_further_page_of_a_document_makes_every_check_on_it_due_again_and_no_other(DatabaseKind kind) => IsDueAgainAsync(kind, 8111, replaces: false);

    private async Task IsDueAgainAsync(DatabaseKind kind, int person, bool replaces)
    {
        var core = await cores.SharedAsync(kind);
        var state = await PassedAsync(core, Registrations.Person(person));

        state = (await core.Get<AddDocumentHandler>().HandleAsync(new(CasesAt.Target(state), DocumentKind.IdentityCard, "ktp-baru.png") { ReplacementId = replaces ? Guid.CreateVersion7(core.Clock.GetUtcNow()) : null }, Registrations.Picture(), Staff.Dewi, Token)).ShouldBeDone().Case;

        var form = await FormAsync(core, state);
        Stale(form).ShouldBe([Card, NikAgain, new(CheckCode.BlindReentry, nameof(ReentryField.FullName)), Address, Identity], ignoreOrder: true);
        form.Find(Card)!.Stale!.Documents.ShouldBe([DocumentKind.IdentityCard]);
        form.Find(Card)!.Latest!.Result.ShouldBe(CheckResult.Passed);
        form.Find(Card)!.Result.ShouldBeNull();
    }

    [Theory, DatabaseProviders]
    public async Task A_changed_field_names_itself_in_every_check_that_rests_on_it(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var data = Registrations.Person(8102);
        var state = await PassedAsync(core, data);

        state = await EditAsync(core, state, data with { Phone = "+628120008199" });

        var form = await FormAsync(core, state);
        Stale(form).ShouldBe([new(CheckCode.ContactReachable), new(CheckCode.NewCustomer)], ignoreOrder: true);
        form.Find(new(CheckCode.ContactReachable))!.Stale!.Fields.ShouldBe([nameof(ApplicantData.Phone)]);
    }

    [Theory, DatabaseProviders]
    public async Task The_gate_is_closed_to_a_stale_check_until_it_is_made_again(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var data = Registrations.Person(8103);
        var state = await PassedAsync(core, data);
        state = await EditAsync(core, state, data with { Address = data.Address with { Street = "Jl. Contoh No. 2" } });

        var refused = (await CompleteAsync(core, state)).ShouldBeRefused(RefusalCode.ChecksNotPassed);
        refused.Arguments.ShouldBe(["1"]);

        state = (await core.Cases.CheckAsync(state, Address, CheckResult.Passed, Staff.Dewi)).ShouldBeDone();
        (await CompleteAsync(core, state)).ShouldBeDone().Status.ShouldBe(CaseStatus.Verified);
    }

    [Fact]
    public async Task A_failed_check_that_went_stale_is_no_ground_for_a_rejection()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var data = Registrations.Person(8104);
        var state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(data), Staff.Dewi);
        state = (await core.Cases.CheckAsync(state, Address, CheckResult.Failed, Staff.Dewi)).ShouldBeDone();
        state = await EditAsync(core, state, data with { Address = data.Address with { Street = "Jl. Contoh No. 3" } });

        (await core.Get<RecommendRejectionHandler>().HandleAsync(new(CasesAt.Target(state), "alamat"), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.NoFailedCheck);
    }

    [Fact]
    public async Task What_is_changed_back_stands_again()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var data = Registrations.Person(8105);
        var state = await PassedAsync(core, data);
        state = await EditAsync(core, state, data with { BirthPlace = "Bandung" });
        Stale(await FormAsync(core, state)).ShouldBe([Identity]);

        state = await EditAsync(core, state, data);

        Stale(await FormAsync(core, state)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_case_that_was_sent_back_keeps_the_checks_on_what_did_not_change()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(Registrations.Person(8106)), Staff.Maya);
        state = (await core.Get<Onboarding.Core.Stages.Stage4Approval.SendBackCaseHandler>().HandleAsync(new(CasesAt.Target(state), Stage.Verification, "periksa"), Staff.Maya, Token)).ShouldBeDone();

        var form = await FormAsync(core, state);
        Stale(form).ShouldBeEmpty();
        form.Passed.ShouldBe(form.Required);
    }

    [Fact]
    public async Task A_check_passes_on_the_present_version_only()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(Registrations.Person(8107)), Staff.Dewi);
        var old = (await core.Cases.LoadAsync(state.CaseId)).Documents.Single().Id;
        state = (await core.Get<AddDocumentHandler>().HandleAsync(new(CasesAt.Target(state), DocumentKind.IdentityCard, "ktp-baru.png") { ReplacementId = Guid.CreateVersion7(core.Clock.GetUtcNow()) }, Registrations.Picture(), Staff.Dewi, Token)).ShouldBeDone().Case;

        var onOld = await core.Get<RecordCheckHandler>().HandleAsync(new(CasesAt.Target(state), Card, CheckResult.Passed, new([], "dilihat", old)), Staff.Dewi, Token);

        onOld.Refusal.ShouldBeOfType<Invalid>().Errors.Single().Field.ShouldBe(nameof(CheckEvidence.DocumentId));
        state = (await core.Cases.CheckAsync(state, Card, CheckResult.Passed, Staff.Dewi)).ShouldBeDone();
        (await FormAsync(core, state)).Find(Card)!.Latest!.DocumentId.ShouldNotBe(old);
    }

    [Fact]
    public async Task What_a_check_rests_on_is_stored_without_a_readable_value()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var data = Registrations.Person(8108);
        var state = await PassedAsync(core, data);

        var stored = string.Concat((await core.Cases.LoadAsync(state.CaseId)).Checks.Select(check => check.BasisJson));

        new[] { data.Nik!, data.FullName, data.Phone, data.Email, data.Address.Street }.Where(stored.Contains).ShouldBeEmpty();
    }

    private static async Task<CaseState> PassedAsync(CoreHost core, PersonData data) =>
        await core.Cases.PassChecksAsync(await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(data), Staff.Dewi), Staff.Dewi);

    private static async Task<CaseState> EditAsync(CoreHost core, CaseState state, PersonData data) =>
        (await core.Get<EditRegistrationHandler>().HandleAsync(new(CasesAt.Target(state), data, "klarifikasi"), Staff.Dewi, Token)).ShouldBeDone();

    private static Task<Result<CaseState>> CompleteAsync(CoreHost core, CaseState state) =>
        core.Get<CompleteVerificationHandler>().HandleAsync(new(CasesAt.Target(state)), Staff.Dewi, Token);

    private static async Task<VerificationForm> FormAsync(CoreHost core, CaseState state) =>
        (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Dewi, Token)).ShouldBeDone().Verification;

    private static List<CheckKey> Stale(VerificationForm form) => [.. form.Lines.Where(line => line.Stale is not null).Select(line => line.Key)];
}
