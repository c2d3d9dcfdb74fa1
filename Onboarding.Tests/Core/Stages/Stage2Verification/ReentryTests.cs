using System.Text;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Reporting;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage2Verification;

/// <summary>Double entry: typed from the document without seeing the applicant's value, compared by the core.</summary>
public sealed class ReentryTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly CheckKey Nik = new(CheckCode.BlindReentry, nameof(ReentryField.Nik));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task What_is_equal_passes_and_is_shown_from_then_on(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var data = Registrations.Person(8201);
        var state = await ClaimedAsync(core, data);
        (await FileAsync(core, state)).HiddenFields.ShouldBe([nameof(PersonData.FullName), nameof(PersonData.Nik), nameof(PersonData.Email)], ignoreOrder: true);

        state = (await core.Cases.ReenterAsync(state, ReentryField.Nik, Spaced(data.Nik!), Staff.Dewi)).ShouldBeDone();

        var file = await FileAsync(core, state);
        file.Verification.Find(Nik)!.Result.ShouldBe(CheckResult.Passed);
        file.Verification.Find(Nik)!.Latest!.Evidences.ShouldBe([EvidenceKind.ReentryEqual]);
        file.HiddenFields.ShouldBe([nameof(PersonData.FullName), nameof(PersonData.Email)], ignoreOrder: true);
        (await core.Cases.ReenterAsync(state, ReentryField.FullName, data.FullName, Staff.Dewi)).ShouldBeDone();
        (await FileAsync(core, state)).HiddenFields.ShouldBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task What_differs_waits_for_a_word_and_a_mistake_is_typed_again(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var data = Registrations.Person(8202);
        var state = await ClaimedAsync(core, data);
        state = (await core.Cases.ReenterAsync(state, ReentryField.Nik, Other(data.Nik!), Staff.Dewi)).ShouldBeDone();

        var pending = (await FileAsync(core, state)).Reentries.Single(item => item.Field == ReentryField.Nik);
        pending.Differing!.Where(run => run.IsDifferent).Select(run => run.Text).ShouldBe([Other(data.Nik!)[^1..]]);
        (await core.Cases.ReenterAsync(state, ReentryField.Nik, data.Nik!, Staff.Dewi)).ShouldBeRefused(RefusalCode.ReentryUndecided);

        state = (await ResolveAsync(core, state, ReentryResolution.TypingMistake)).ShouldBeDone();
        state = (await core.Cases.ReenterAsync(state, ReentryField.Nik, data.Nik!, Staff.Dewi)).ShouldBeDone();

        var owner = await core.Cases.LoadAsync(state.CaseId);
        owner.Reentries.OrderBy(attempt => attempt.Number).Select(attempt => (attempt.Number, attempt.IsEqual, attempt.Resolution))
            .ShouldBe([(1, false, ReentryResolution.TypingMistake), (2, true, null)]);
        (await FileAsync(core, state)).Verification.Find(Nik)!.Result.ShouldBe(CheckResult.Passed);
    }

    [Theory, DatabaseProviders]
    public async Task A_real_difference_is_a_failed_check_that_can_lead_to_a_rejection(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var data = Registrations.Person(8203);
        var state = await ClaimedAsync(core, data);
        state = (await core.Cases.ReenterAsync(state, ReentryField.Nik, Other(data.Nik!), Staff.Dewi)).ShouldBeDone();
        state = (await ResolveAsync(core, state, ReentryResolution.RealDifference)).ShouldBeDone();

        (await FileAsync(core, state)).Verification.Find(Nik)!.Result.ShouldBe(CheckResult.Failed);
        (await ResolveAsync(core, state, ReentryResolution.TypingMistake)).ShouldBeRefused(RefusalCode.RecordNotFound);
        (await core.Get<CompleteVerificationHandler>().HandleAsync(new(CasesAt.Target(state)), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.ChecksNotPassed);
        (await core.Get<RecommendRejectionHandler>().HandleAsync(new(CasesAt.Target(state), "NIK lain"), Staff.Dewi, Token)).ShouldBeDone();
    }

    [Fact]
    public async Task What_was_typed_stands_nowhere_in_the_clear()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var data = Registrations.Person(8204);
        var state = await ClaimedAsync(core, data);
        var typed = Other(data.Nik!);
        var end = typed[8..];

        state = (await core.Cases.ReenterAsync(state, ReentryField.Nik, typed, Staff.Dewi)).ShouldBeDone();

        var file = await FileAsync(core, state);
        Encoding.Latin1.GetString(file.Case.Reentries.Single().ProtectedTyped).ShouldNotContain(typed);
        file.Timeline.Select(entry => entry.Details ?? string.Empty).ShouldAllBe(details => !details.Contains(end));
        file.Timeline[0].Details.ShouldBe("""{"field":"Nik","attempt":1,"equal":false}""");
        new ReenterField(new(state.CaseId, 1), ReentryField.Nik, typed).ToString().ShouldNotContain(typed);
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_recorded_by_comparison_alone()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var state = await ClaimedAsync(core, Registrations.Person(8205));

        var claimed = await core.Cases.CheckAsync(state, Nik, CheckResult.Passed, Staff.Dewi);

        claimed.Refusal.ShouldBeOfType<Invalid>().Errors.Single().Field.ShouldBe(nameof(RecordCheck.Key));
    }

    [Fact]
    public async Task Only_who_will_type_is_kept_from_seeing()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var data = Registrations.Person(8206);
        var state = await core.Cases.InVerificationAsync(data);

        (await FileAsync(core, state)).ShownName.ShouldBe(InputText.KeepInitials(data.FullName));
        foreach (var other in new[] { Staff.Sari, Staff.Maya, Staff.Ratna })
        {
            var file = (await core.Get<CaseFileReader>().ReadAsync(state.Number, other, Token)).ShouldBeDone();
            file.HiddenFields.ShouldBeEmpty();
            file.ShownName.ShouldBe(data.FullName);
        }

        // Who may verify it tomorrow must not have read it today; whoever is in Customer Service as well works with it.
        var received = await core.Cases.ReceivedAsync(Registrations.Person(8290));
        (await FileAsync(core, received)).HiddenFields.ShouldContain(nameof(PersonData.Nik));
        var both = Staff.Person("both", "Both", ActorRole.Administration, ActorRole.CustomerService);
        (await core.Get<CaseFileReader>().ReadAsync(received.Number, both, Token)).ShouldBeDone().HiddenFields.ShouldBeEmpty();

        var recorded = await core.Cases.VerifiedAsync(Registrations.Person(8207));
        (await FileAsync(core, recorded)).HiddenFields.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_print_shows_no_more_than_the_page()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var data = Registrations.Person(8210);
        var state = await core.Cases.InVerificationAsync(data);

        var own = (await core.Get<ReportReader>().VerificationReportAsync(state.Number, Staff.Dewi, Token)).ShouldBeDone();
        var form = (await core.Get<ReportReader>().FilledFormAsync(state.Number, Staff.Dewi, Token)).ShouldBeDone();
        var others = (await core.Get<ReportReader>().VerificationReportAsync(state.Number, Staff.Maya, Token)).ShouldBeDone();

        own.Subject.ApplicantName.ShouldBe(InputText.KeepInitials(data.FullName));
        own.Subject.Applicant.Select(field => field.Text).ShouldNotContain(data.FullName);
        form.Data.ShouldBeOfType<PersonData>().ShouldBe(
            data with { FullName = InputText.KeepInitials(data.FullName), Nik = "****", Email = EmailAddress.FromStored(data.Email).Mask() });
        others.Subject.ApplicantName.ShouldBe(data.FullName);
    }

    [Fact]
    public async Task What_holds_a_hidden_value_is_hidden_with_it()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var person = Registrations.Person(8208);
        var state = await core.Cases.InVerificationAsync(person with { Npwp = person.Nik });
        var company = await core.Cases.InVerificationAsync(Registrations.Business(8209));

        (await FileAsync(core, state)).HiddenFields.ShouldContain(nameof(PersonData.Npwp));
        (await FileAsync(core, state)).Verification.Find(new(CheckCode.BlindReentry, nameof(ReentryField.Npwp))).ShouldBeNull();
        (await FileAsync(core, company)).HiddenFields.ShouldBe(
            [
                nameof(BusinessData.BusinessName), nameof(BusinessData.Nib), nameof(BusinessData.Npwp), nameof(BusinessData.RepresentativeName),
                nameof(BusinessData.RepresentativeNik), nameof(BusinessData.BeneficialOwner), nameof(BusinessData.Email),
            ],
            ignoreOrder: true);
    }

    private static string Spaced(string number) => string.Join(' ', number.Chunk(4).Select(part => new string(part)));

    // The same number with another last digit.
    private static string Other(string number) => number[..^1] + (char)('0' + ((number[^1] - '0' + 1) % 10));

    private static async Task<CaseState> ClaimedAsync(CoreHost core, ApplicantData data) =>
        await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(data), Staff.Dewi);

    private static Task<Result<CaseState>> ResolveAsync(CoreHost core, CaseState state, ReentryResolution resolution) =>
        core.Get<ReenterFieldHandler>().ResolveAsync(new(CasesAt.Target(state), ReentryField.Nik, resolution), Staff.Dewi, Token);

    private static async Task<CaseFile> FileAsync(CoreHost core, CaseState state) =>
        (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Dewi, Token)).ShouldBeDone();
}
