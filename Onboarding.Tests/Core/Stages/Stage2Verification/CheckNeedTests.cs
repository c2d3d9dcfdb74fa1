using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage2Verification;

/// <summary>Which checks stand on the form: by kind of customer, by what was brought, and by what an administrator set for the product.</summary>
public sealed class CheckNeedTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_has_a_line_for_each_document_field_group_and_number()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);

        (await KeysAsync(core, Registrations.Person(8301))).ShouldBe(
        [
            "DocumentAuthentic.IdentityCard", "BlindReentry.FullName", "BlindReentry.Nik", "DataMatchesDocument.Identity", "DataMatchesDocument.Address",
            "IdentityNumber", "NewCustomer", "ContactReachable",
        ]);
    }

    [Fact]
    public async Task A_foreigner_types_the_passport_number_and_a_company_its_own_and_its_representatives()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var foreigner = Registrations.Person(8302) with
        {
            Citizenship = Citizenship.Foreign, Nik = null, PassportNumber = "X9900001", PassportCountry = "SG", PassportExpiry = new DateOnly(2030, 1, 1),
        };

        (await KeysAsync(core, foreigner)).Where(key => key.StartsWith("Blind", StringComparison.Ordinal)).ShouldBe(["BlindReentry.FullName", "BlindReentry.PassportNumber"]);
        (await KeysAsync(core, Registrations.Business(8303))).ShouldBe(
        [
            "DocumentAuthentic.TaxCard", "DocumentAuthentic.DeedOfEstablishment", "DocumentAuthentic.LegalDecree", "DocumentAuthentic.BusinessIdentification",
            "DocumentAuthentic.RepresentativeIdentityCard", "BlindReentry.Npwp", "BlindReentry.BusinessName", "BlindReentry.Nib", "BlindReentry.RepresentativeName",
            "BlindReentry.RepresentativeNik", "DataMatchesDocument.Business", "DataMatchesDocument.Deed", "DataMatchesDocument.Representative", "DataMatchesDocument.Address",
            "IdentityNumber", "LegalPapers", "RepresentativeAuthority", "NewCustomer", "ContactReachable",
        ]);
    }

    [Fact]
    public async Task The_passport_of_a_foreigner_who_signs_for_a_company_is_looked_at_and_typed()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite);

        (await KeysAsync(core, Registrations.ForeignSigned(8305))).Where(key => key.Contains("Representative", StringComparison.Ordinal)).ShouldBe(
        [
            "DocumentAuthentic.RepresentativePassport", "BlindReentry.RepresentativeName", "BlindReentry.RepresentativePassportNumber", "DataMatchesDocument.Representative",
            "RepresentativeAuthority",
        ]);
    }

    [Fact]
    public async Task A_business_without_legal_entity_has_neither_deed_nor_legal_papers()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var trader = Registrations.Business(8304) with { LegalForm = LegalForm.UD, BusinessName = "UD Contoh", Npwp = "0123456790999000", DeedNumber = null, DeedDate = null, NotaryName = null, NotaryCity = null, DecreeNumber = null };

        var keys = await KeysAsync(core, trader);

        keys.ShouldNotContain("LegalPapers");
        keys.ShouldNotContain("DataMatchesDocument.Deed");
        keys.ShouldContain("RepresentativeAuthority");
    }

    [Theory, DatabaseProviders]
    public async Task What_an_administrator_sets_for_a_product_holds_for_that_product_and_kind(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var needs = new Dictionary<CheckCode, CheckNeed> { [CheckCode.ContactReachable] = CheckNeed.Optional, [CheckCode.NewCustomer] = CheckNeed.Unused, [CheckCode.ExternalSource] = CheckNeed.Required };

        (await core.Get<SetCheckNeedsHandler>().HandleAsync(new("INTERNET-RUMAH", CustomerKind.Person, needs, needs.Keys.ToDictionary(code => code, ProductChecks.Usual)), Staff.Yusuf, Token)).ShouldBeDone();
        (await core.Get<SetCheckNeedsHandler>().HandleAsync(new("INTERNET-RUMAH", CustomerKind.Person, needs, needs), Staff.Yusuf, Token)).ShouldBeDone();

        var form = (await core.Get<CaseFileReader>().ReadAsync((await core.Cases.InVerificationAsync()).Number, Staff.Dewi, Token)).ShouldBeDone().Verification;
        form.Find(new(CheckCode.ContactReachable))!.IsRequired.ShouldBeFalse();
        form.Find(new(CheckCode.NewCustomer)).ShouldBeNull();
        form.Find(new(CheckCode.ExternalSource))!.IsRequired.ShouldBeTrue();
        var other = (await core.Get<CaseFileReader>().ReadAsync((await core.Cases.InVerificationAsync(Registrations.Business())).Number, Staff.Dewi, Token)).ShouldBeDone().Verification;
        other.Find(new(CheckCode.NewCustomer))!.IsRequired.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task What_another_administrator_set_meanwhile_is_not_overwritten_unseen(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var seen = new Dictionary<CheckCode, CheckNeed> { [CheckCode.ContactReachable] = CheckNeed.Required, [CheckCode.NewCustomer] = CheckNeed.Required };
        var first = new Dictionary<CheckCode, CheckNeed>(seen) { [CheckCode.ContactReachable] = CheckNeed.Optional };
        var second = new Dictionary<CheckCode, CheckNeed>(seen) { [CheckCode.NewCustomer] = CheckNeed.Optional };
        SetCheckNeeds Of(Dictionary<CheckCode, CheckNeed> needs, Dictionary<CheckCode, CheckNeed> read) => new("INTERNET-RUMAH", CustomerKind.Person, needs, read);

        (await core.Get<SetCheckNeedsHandler>().HandleAsync(Of(first, seen), Staff.Yusuf, Token)).ShouldBeDone();
        (await core.Get<SetCheckNeedsHandler>().HandleAsync(Of(second, seen), Staff.Yusuf, Token)).ShouldBeRefused(RefusalCode.VersionConflict);

        var rules = await core.Get<VerificationRulesProvider>().GetAsync(Token);
        rules.NeedOf("INTERNET-RUMAH", CustomerKind.Person, CheckCode.ContactReachable).ShouldBe(CheckNeed.Optional);
        rules.NeedOf("INTERNET-RUMAH", CustomerKind.Person, CheckCode.NewCustomer).ShouldBe(CheckNeed.Required);
        (await core.Get<SetCheckNeedsHandler>().HandleAsync(Of(second, first), Staff.Yusuf, Token)).ShouldBeDone();
    }

    [Fact]
    public async Task What_the_SOP_demands_and_what_makes_no_sense_cannot_be_set()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);

        (await SetAsync(core, CustomerKind.Person, CheckCode.DocumentAuthentic, CheckNeed.Optional)).ShouldBeOfType<Invalid>();
        (await SetAsync(core, CustomerKind.Person, CheckCode.LegalPapers, CheckNeed.Required)).ShouldBeOfType<Invalid>();
        (await core.Get<SetCheckNeedsHandler>().HandleAsync(new("TIDAK-ADA", CustomerKind.Person, new Dictionary<CheckCode, CheckNeed>(), new Dictionary<CheckCode, CheckNeed>()), Staff.Yusuf, Token)).ShouldBeRefused(RefusalCode.RecordNotFound);
    }

    [Fact]
    public async Task A_check_wants_evidence_and_takes_only_what_fits_it()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(Registrations.Person(8305)), Staff.Dewi);
        CheckKey card = new(CheckCode.DocumentAuthentic, nameof(DocumentKind.IdentityCard));

        (await RecordAsync(core, state, card, CheckResult.Passed, new([]))).ShouldBeOfType<Invalid>().Errors.Single().Problem.ShouldBe(InputProblem.Required);
        (await RecordAsync(core, state, card, CheckResult.Passed, new([EvidenceKind.SignsOfChange]))).ShouldBeOfType<Invalid>().Errors.Single().Problem.ShouldBe(InputProblem.UnknownChoice);
        (await RecordAsync(core, state, card, default, new([], "x"))).ShouldBeOfType<Invalid>();
        (await RecordAsync(core, state, new(CheckCode.DocumentAuthentic, nameof(DocumentKind.Passport)), CheckResult.Passed, new([], "x"))).ShouldBeOfType<Invalid>();
        (await RecordAsync(core, state, card, CheckResult.Passed, new([EvidenceKind.ImageClear, EvidenceKind.StillValid]))).ShouldBeNull();

        var check = (await core.Cases.LoadAsync(state.CaseId)).Checks.ShouldHaveSingleItem();
        check.Evidences.ShouldBe([EvidenceKind.ImageClear, EvidenceKind.StillValid]);
        check.DocumentId.ShouldNotBeNull();
    }

    private static async Task<Refusal?> RecordAsync(CoreHost core, CaseState state, CheckKey key, CheckResult result, CheckEvidence evidence) =>
        (await core.Get<RecordCheckHandler>().HandleAsync(new(new CaseTarget(state.CaseId, null), key, result, evidence), Staff.Dewi, Token)).Refusal;

    private static async Task<Refusal?> SetAsync(CoreHost core, CustomerKind kind, CheckCode code, CheckNeed need) =>
        (await core.Get<SetCheckNeedsHandler>().HandleAsync(new("INTERNET-RUMAH", kind, new Dictionary<CheckCode, CheckNeed> { [code] = need }, new Dictionary<CheckCode, CheckNeed>()), Staff.Yusuf, Token)).Refusal;

    private static async Task<List<string>> KeysAsync(CoreHost core, ApplicantData data)
    {
        var state = await core.Cases.InVerificationAsync(data);
        var form = (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Dewi, Token)).ShouldBeDone().Verification;
        return [.. form.Lines.Where(line => line.IsRequired).Select(line => line.Key.ToString())];
    }
}
