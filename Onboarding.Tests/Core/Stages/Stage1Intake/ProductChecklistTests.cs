using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage1Intake;

/// <summary>Checklist Kelengkapan Data by product, kind of customer and channel.</summary>
public sealed class ProductChecklistTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private const string Code = "INTERNET-RUMAH";

    private static readonly ProductRequirement Paper = new("npwp-salinan", RequirementKind.Document, [ApplicantGroup.Citizen]) { Document = DocumentKind.TaxCard };
    private static readonly ProductRequirement Number = new("npwp-nomor", RequirementKind.Field, [ApplicantGroup.Citizen]) { Field = nameof(PersonData.Npwp) };
    private static readonly ProductRequirement Site = new("survei", RequirementKind.Confirmation, [ApplicantGroup.Citizen]) { Title = new("Lokasi terjangkau", "Site in reach") };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Intake_is_not_complete_before_everything_the_product_asks_for_is_there(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await AskAsync(core, Paper, Site);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(Registrations.Person(1)), Staff.Sari);
        state = (await TickAsync(core, CasesAt.Explained(CasesAt.Target(state)))).ShouldBeDone();
        (await CompleteAsync(core, state)).ShouldBeRefused(RefusalCode.ChecklistIncomplete).Arguments.ShouldBe(["2"]);

        state = (await core.Get<AddDocumentHandler>().HandleAsync(new(CasesAt.Target(state), DocumentKind.TaxCard, "npwp.png"), Registrations.Picture(), Staff.Sari, Token)).ShouldBeDone().Case;
        (await CompleteAsync(core, state)).ShouldBeRefused(RefusalCode.ChecklistIncomplete).Arguments.ShouldBe(["1"]);
        state = (await TickAsync(core, Confirm(state, Site.Code, "Survei 23/11"))).ShouldBeDone();

        (await CompleteAsync(core, state)).ShouldBeDone();
        var line = (await FileAsync(core, state)).Checklist.Single(entry => entry.Requirement?.Code == Site.Code);
        line.Tick!.Remark.ShouldBe("Survei 23/11");
    }

    [Fact]
    public async Task What_a_product_asks_for_later_is_not_asked_of_a_case_that_came_in_before()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.ReceivedAsync(Registrations.Person(1));

        await AskAsync(core, Paper, Site);

        (await FileAsync(core, state)).Checklist.ShouldNotContain(line => line.Item == ChecklistItem.ProductRequirement);
        var later = await FileAsync(core, await core.Cases.ReceivedAsync(Registrations.Person(2)));
        later.Case.BrochureVersion.ShouldBe(2);
        later.Checklist.Where(line => line.Item == ChecklistItem.ProductRequirement).Select(line => line.Requirement!.Code).ShouldBe([Paper.Code, Site.Code]);
    }

    [Fact]
    public async Task A_field_that_the_product_asks_for_is_required_of_those_it_is_asked_of()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite);
        await AskAsync(core, Number);
        var foreigner = Registrations.Person(3) with { Citizenship = Citizenship.Foreign, Nik = null, PassportNumber = "X1234567", PassportCountry = "NL", PassportExpiry = new(2030, 1, 1) };

        (await RegisterAsync(core, Registrations.Person(1))).ShouldBeInvalid(nameof(PersonData.Npwp), InputProblem.Required);
        (await RegisterAsync(core, Registrations.Person(2) with { Npwp = "0123456782999000" })).ShouldBeDone();
        (await RegisterAsync(core, foreigner)).ShouldBeDone();
    }

    [Theory]
    [InlineData(Channel.Offline, false, false)]
    [InlineData(Channel.Offline, true, true)]
    [InlineData(Channel.Telephone, false, false)]
    [InlineData(Channel.Email, false, true)]
    [InlineData(Channel.WhatsApp, false, true)]
    [InlineData(Channel.Online, false, false)]
    [InlineData(Channel.Partner, false, false)]
    public void Evidence_is_asked_for_where_the_channel_leaves_no_other_trace(Channel channel, bool onPaper, bool isAsked) =>
        SourceRules.NeedsEvidence(channel, onPaper).ShouldBe(isAsked);

    [Fact]
    public async Task A_registration_by_mail_is_not_complete_without_the_mail()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite);
        var source = new RegistrationSource { ContactAddress = " budi@contoh.example ", ReceivedAt = core.Clock.GetUtcNow().AddHours(-3) };
        var registered = (await RegisterAsync(core, Registrations.Person(1), Channel.Email, source)).ShouldBeDone();

        var file = await FileAsync(core, registered.State);

        file.Checklist.Single(line => line.Item == ChecklistItem.RegistrationEvidence).IsSatisfied.ShouldBeFalse();
        file.Source!.ContactAddress.ShouldBe("budi@contoh.example");
        file.Source.ReceivedAt.ShouldBe(source.ReceivedAt);
    }

    [Theory]
    [InlineData(Channel.Telephone, false, "Source.ContactName Source.ContactAddress Source.ReceivedAt Source.Remark")]
    [InlineData(Channel.Email, false, "Source.ContactAddress Source.ReceivedAt")]
    [InlineData(Channel.WhatsApp, false, "Source.ContactAddress Source.ReceivedAt")]
    [InlineData(Channel.Offline, true, "Source.FormNumber")]
    [InlineData(Channel.Offline, false, "")]
    [InlineData(Channel.Online, false, "")]
    [InlineData(Channel.Partner, false, "")]
    public void Each_channel_demands_its_source(Channel channel, bool onPaper, string fields) =>
        SourceRules.Check(channel, new RegistrationSource { OnPaper = onPaper }, CoreHost.Start).Errors
            .Where(error => error.Problem == InputProblem.Required).Select(error => error.Field)
            .ShouldBe(fields.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);

    [Fact]
    public void Nothing_comes_in_from_the_future_and_nothing_is_kept_that_a_channel_does_not_know()
    {
        var source = new RegistrationSource { ContactAddress = "0812-0000-9901", ContactName = "Budi", FormNumber = "7", ReceivedAt = CoreHost.Start.AddMinutes(1), Remark = "minta dihubungi" };

        var (kept, errors) = SourceRules.Check(Channel.Telephone, source, CoreHost.Start);

        errors.ShouldHaveSingleItem().Problem.ShouldBe(InputProblem.DateInFuture);
        kept!.FormNumber.ShouldBeNull();
        kept.ContactAddress.ShouldBe("+6281200009901");
        SourceRules.Check(Channel.Online, source, CoreHost.Start).Source.ShouldBeNull();
    }

    [Fact]
    public async Task To_tick_that_the_product_was_explained_one_says_which_brochure_and_how()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        TickChecklistItem tick = new(CasesAt.Target(state), ChecklistItem.ProductExplained, IsDone: true, Remark: null);

        (await TickAsync(core, tick)).ShouldBeInvalid(nameof(TickChecklistItem.Explanation), InputProblem.Required);
        (await TickAsync(core, tick with { Explanation = new(99, ExplanationMeans.InPerson) })).ShouldBeInvalid(nameof(ProductExplanation.BrochureVersion), InputProblem.UnknownChoice);
        (await TickAsync(core, tick with { Explanation = new(1, ExplanationMeans.WhatsApp) })).ShouldBeDone();

        var kept = (await FileAsync(core, state)).Checklist.Single(line => line.Item == ChecklistItem.ProductExplained).Tick!;
        (kept.BrochureVersion, kept.Means).ShouldBe((1, ExplanationMeans.WhatsApp));
    }

    [Fact]
    public async Task Who_was_shown_another_brochure_reads_the_new_one_before_it_counts()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite);
        await AskAsync(core, Site);

        (await RegisterAsync(core, Registrations.Person(1), details: new(BrochureVersion: 1))).ShouldBeInvalid(nameof(IntakeDetails.BrochureVersion), InputProblem.BrochureOutdated);
        var state = (await RegisterAsync(core, Registrations.Person(1), details: new(BrochureVersion: 2))).ShouldBeDone().State;

        var owner = await core.Cases.LoadAsync(state.CaseId);
        (owner.BrochureVersion, owner.BrochureShown).ShouldBe((2, true));
    }

    private static TickChecklistItem Confirm(CaseState state, string code, string remark) =>
        new(CasesAt.Target(state), ChecklistItem.ProductRequirement, IsDone: true, remark) { Requirement = code };

    private static async Task AskAsync(CoreHost core, params ProductRequirement[] requirements)
    {
        var brochure = (await core.Get<ProductReader>().FindAsync(Code, Token))!.Brochure;
        (await core.Get<ProductHandler>().PublishAsync(new(Code, brochure.Version, brochure.Hash, brochure.Content with { Requirements = requirements }, null), Staff.Yusuf, Token)).ShouldBeDone();
    }

    private static Task<Result<Registered>> RegisterAsync(
        CoreHost core, ApplicantData data, Channel channel = Channel.Offline, RegistrationSource? source = null, IntakeDetails? details = null) =>
        core.Get<RegisterCaseHandler>().HandleAsync(
            new(Guid.CreateVersion7(core.Clock.GetUtcNow()), Code, channel, Language.Indonesian, data, new("2026-01", true, false), Details: details ?? new(source)), Staff.Sari, Token);

    private static Task<Result<CaseState>> TickAsync(CoreHost core, TickChecklistItem command) => core.Get<TickChecklistItemHandler>().HandleAsync(command, Staff.Sari, Token);

    private static Task<Result<CaseState>> CompleteAsync(CoreHost core, CaseState state) =>
        core.Get<CompleteIntakeHandler>().HandleAsync(new(CasesAt.Target(state)), Staff.Sari, Token);

    private static async Task<CaseFile> FileAsync(CoreHost core, CaseState state) =>
        (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Sari, Token)).ShouldBeDone();
}
