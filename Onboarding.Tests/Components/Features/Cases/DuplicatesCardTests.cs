using AngleSharp.Dom;
using Bunit;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Hosting;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Cases;

/// <summary>The matches on the page of a case: both side by side, numbers masked, the decision kept.</summary>
public sealed class DuplicatesCardTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    [Fact]
    public async Task A_match_stands_beside_the_case_with_score_reasons_and_masked_numbers()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState first = await core.Cases.ReceivedAsync(Registrations.Person(3001));
        CaseState second = await core.Cases.ClaimAsync(
            await core.Cases.ReceivedAsync(Registrations.Person(3001) with { Phone = "+6285199993001", Email = "baru@contoh.example" }), Staff.Sari);
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = bench.Open(second);

        IElement match = page.WaitForElement($"[data-match='{first.Number}']");
        match.QuerySelector("meter")!.GetAttribute("value").ShouldBe("99");
        match.QuerySelector("a")!.GetAttribute("href").ShouldBe(CaseUrls.Of(first.Number));
        Agreement(match, nameof(PersonData.Nik)).ShouldBe(nameof(FieldAgreement.Same));
        Agreement(match, nameof(ApplicantData.Phone)).ShouldBe(nameof(FieldAgreement.Different));
        match.TextContent.ShouldContain(Nik.FromStored(Registrations.Person(3001).Nik!).Mask());
        match.TextContent.ShouldNotContain(Registrations.Person(3001).Nik!);
        CaseBench.Offered(page).ShouldContain(nameof(CaseAction.DecideDuplicate));

        await page.Find("[data-match] form").SubmitAsync();
        page.WaitForElement("[data-match] form fieldset[aria-invalid]");
        match = page.Find($"[data-match='{first.Number}']");
        match.QuerySelectorAll("input[type=radio]")[0].Change(true);
        await page.Find("[data-match] form").SubmitAsync();
        page.WaitForElement("[data-match] form textarea[aria-invalid]");
        page.Find("[data-match] textarea").Input("NIK dan nama sama");
        await page.Find("[data-match] form").SubmitAsync();

        page.WaitForAssertion(() => page.Find("#duplicates").TextContent.ShouldContain(CaseText.KnownCustomerTitle));
        page.Find($"[data-match='{first.Number}']").TextContent.ShouldContain("NIK dan nama sama");
        page.FindAll("[data-match] form").ShouldBeEmpty();
        CaseBench.Offered(page).ShouldNotContain(nameof(CaseAction.DecideDuplicate));
    }

    [Fact]
    public async Task Masked_values_that_are_alike_say_where_they_differ_to_who_may_see_them()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        PersonData data = Registrations.Person(3021);
        string other = data.Phone[..^1] + (char)('0' + ((data.Phone[^1] - '0' + 1) % 10));
        CaseState first = await core.Cases.ReceivedAsync(data with { Phone = other });
        CaseState second = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(data), Staff.Sari);
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = bench.Open(second);

        IElement match = page.WaitForElement($"[data-match='{first.Number}']");
        match.QuerySelectorAll("[data-positions]").ShouldHaveSingleItem().TextContent
            .ShouldBe(CaseText.DuplicatePositions.With(data.Phone.Length));
        match.TextContent.ShouldNotContain(other);
    }

    [Fact]
    public async Task Nothing_is_asked_when_there_is_nothing_to_decide_and_the_search_can_be_repeated()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(Registrations.Person(3010)), Staff.Sari);
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = bench.Open(state);

        page.Find("#duplicates").TextContent.ShouldContain(CaseText.NoDuplicates);
        page.Markup.ShouldNotContain(DomainTexts.Of(CaseAction.DecideDuplicate));
        CaseState twin = await core.Cases.ReceivedAsync(Registrations.Person(3010));

        await page.Find($"[data-action={nameof(CaseAction.SearchDuplicates)}]").ClickAsync();

        page.WaitForElement($"[data-match='{twin.Number}']");
    }

    private static string? Agreement(IElement match, string field) => match.QuerySelectorAll("tbody tr")
        .Single(row => row.QuerySelector("th")!.TextContent == DomainTexts.Field(field)).GetAttribute("data-agreement");
}
