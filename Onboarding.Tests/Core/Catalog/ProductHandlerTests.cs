using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Catalog;

/// <summary>The catalogue: what is in effect stays, what comes next is planned, and who changed it stands in the trail.</summary>
public sealed class ProductHandlerTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private const string Code = "INTERNET-RUMAH";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Publishing_makes_the_next_version_and_leaves_the_one_that_was_shown(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var before = await ProductAsync(core);
        var hash = before.Brochure.Hash;

        (await PublishAsync(core, before.Brochure, before.Content with { MonthlyFee = 399_000m })).ShouldBeDone();

        var after = await ProductAsync(core);
        after.Brochure.Version.ShouldBe(2);
        after.Content.MonthlyFee.ShouldBe(399_000m);
        var first = await core.Get<ProductReader>().BrochureAsync(Code, 1, Token);
        first!.Content.MonthlyFee.ShouldBe(349_000m);
        first.Hash.ShouldBe(hash);
        var audited = await Database.ReadAsync(core, context => context.AuditEvents.SingleAsync(item => item.Action == "Product.PublishBrochure", Token));
        audited.ActorId.ShouldBe(Staff.Yusuf.Id);
        audited.Details!.ShouldContain("\"version\":2");
    }

    [Theory, DatabaseProviders]
    public async Task A_version_that_lies_ahead_is_shown_from_its_day_on_and_may_change_until_then(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var first = (await ProductAsync(core)).Brochure;
        var from = core.Clock.GetUtcNow().AddDays(7);
        (await PublishAsync(core, first, first.Content with { MonthlyFee = 1m }, from)).ShouldBeDone();
        (await ProductAsync(core)).Brochure.Version.ShouldBe(1);

        var ahead = await core.Get<ProductReader>().BrochureAsync(Code, 2, Token);
        (await PublishAsync(core, ahead!, first.Content with { MonthlyFee = 2m }, from)).ShouldBeDone();
        core.Clock.Advance(TimeSpan.FromDays(7));

        var product = await ProductAsync(core);
        (product.Brochure.Version, product.Content.MonthlyFee).ShouldBe((2, 2m));
    }

    [Fact]
    public async Task Who_saw_another_version_overwrites_nothing()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite);
        var seen = (await ProductAsync(core)).Brochure;
        (await PublishAsync(core, seen, seen.Content)).ShouldBeDone();

        (await PublishAsync(core, seen, seen.Content with { MonthlyFee = 5m })).ShouldBeRefused(RefusalCode.VersionConflict);
    }

    [Fact]
    public async Task A_new_product_is_offered_only_when_somebody_says_so()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite);
        var content = (await ProductAsync(core)).Content;
        (await core.Get<ProductHandler>().CreateAsync(new("TELEPON-KANTOR", content, null), Staff.Yusuf, Token)).ShouldBeDone();
        (await core.Get<ProductReader>().FindAsync("telepon-kantor", Token))!.IsOffered.ShouldBeFalse();

        (await core.Get<ProductHandler>().OfferAsync("TELEPON-KANTOR", true, Staff.Yusuf, Token)).ShouldBeDone();

        (await core.Get<ProductReader>().FindAsync("TELEPON-KANTOR", Token))!.IsOfferedTo(CustomerKind.Person).ShouldBeTrue();
        (await core.Get<ProductHandler>().CreateAsync(new("TELEPON-KANTOR", content, null), Staff.Yusuf, Token))
            .ShouldBeInvalid(nameof(CreateProduct.ProductCode), InputProblem.MustDiffer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("Internet-Rumah")]
    [InlineData("INTERNET RUMAH")]
    [InlineData("-INTERNET")]
    [InlineData("../ETC")]
    public async Task A_code_that_does_not_fit_into_an_address_is_refused(string code)
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var content = (await ProductAsync(core)).Content;

        (await core.Get<ProductHandler>().CreateAsync(new(code, content, null), Staff.Yusuf, Token))
            .Refusal.ShouldBeOfType<Invalid>().Errors.ShouldContain(error => error.Field == nameof(CreateProduct.ProductCode));
    }

    [Fact]
    public void The_products_of_a_new_installation_pass_their_own_rules() =>
        InitialProducts.Brochures().SelectMany(brochure => BrochureRules.Check(brochure.Content)).ShouldBeEmpty();

    [Fact]
    public void A_brochure_without_price_terms_or_limits_in_a_language_is_refused()
    {
        var content = InitialHomeInternet.Brochure;

        Fields(content with { English = content.English with { Terms = " " } }).ShouldBe(["English.Terms"]);
        Fields(content with { Indonesian = content.Indonesian with { Limits = "" } }).ShouldBe(["Indonesian.Limits"]);
        Fields(content with { MonthlyFee = -1 }).ShouldBe([nameof(BrochureContent.MonthlyFee)]);
        Fields(content with { OneTimeFee = 0.5m }).ShouldBe([nameof(BrochureContent.OneTimeFee)]);
        Fields(content with { MinimumMonths = 61 }).ShouldBe([nameof(BrochureContent.MinimumMonths)]);
        Fields(content with { ForPersons = false }).ShouldBe([nameof(BrochureContent.ForPersons)]);
    }

    [Fact]
    public void A_requirement_that_could_not_be_met_is_refused()
    {
        Requirement(new("npwp", RequirementKind.Field, [ApplicantGroup.LegalEntity]) { Field = nameof(PersonData.Npwp) }).ShouldBe(["Requirements.0.Field"]);
        Requirement(new("surat", RequirementKind.Document, [ApplicantGroup.Citizen])).ShouldBe(["Requirements.0.Document"]);
        Requirement(new("terbit", RequirementKind.Document, [ApplicantGroup.Citizen]) { Document = DocumentKind.IssuedForm }).ShouldBe(["Requirements.0.Document"]);
        Requirement(new("Spasi ini", RequirementKind.Document, [ApplicantGroup.Citizen]) { Document = DocumentKind.TaxCard }).ShouldBe(["Requirements.0.Requirement"]);
        Requirement(new("izin", RequirementKind.Confirmation, []) { Title = new("Izin", "Permit") }).ShouldBe(["Requirements.0.Groups"]);
        Requirement(new("izin", RequirementKind.Confirmation, [ApplicantGroup.Citizen]) { Title = new("Izin", "") }).ShouldBe(["Requirements.0.Title"]);
    }

    private static IEnumerable<string> Requirement(ProductRequirement requirement) => Fields(InitialHomeInternet.Brochure with { Requirements = [requirement] });

    private static IEnumerable<string> Fields(BrochureContent content) => BrochureRules.Check(content).Select(error => error.Field);

    private static async Task<Product> ProductAsync(CoreHost core) => (await core.Get<ProductReader>().FindAsync(Code, Token))!;

    private static Task<Result<Done>> PublishAsync(CoreHost core, Brochure seen, BrochureContent content, DateTimeOffset? from = null) =>
        core.Get<ProductHandler>().PublishAsync(new(Code, seen.Version, seen.Hash, content, from), Staff.Yusuf, Token);
}
