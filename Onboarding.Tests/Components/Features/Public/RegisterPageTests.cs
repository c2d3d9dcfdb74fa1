using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage1Intake.Online;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Features.Public.Registration;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Public;

/// <summary>The online form on one device.</summary>
public sealed class RegisterPageTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private const string Name = nameof(PersonData.FullName);

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Continues_at_the_same_step_with_what_was_typed_and_the_documents()
    {
        await using RegisterPageBench bench = await RegisterPageBench.OpenAsync(hosts);
        (string token, Guid key) = await bench.StartAsync(RegistrationStep.Documents, "Siti");
        await using MemoryStream picture = Registrations.Picture();
        (await bench.Core.Get<UploadPendingDocumentHandler>().HandleAsync(new(key, DocumentKind.IdentityCard, "ktp.png"), picture, Token)).ShouldBeDone();

        IRenderedComponent<RegisterPage> page = bench.Render(token);

        page.Find("form").GetAttribute("data-step").ShouldBe("3");
        page.Find(".files").TextContent.ShouldContain("ktp.png");
        page.Find(".later img").GetAttribute("src")!.ShouldStartWith("data:image/png;base64,");
        page.Find("#continue-link").GetAttribute("value").ShouldBe($"https://onboarding.example/register/{token}");
        await page.FindAll(".bar button")[1].ClickAsync();
        page.WaitForAssertion(() => page.Find(bench.Field(Name)).GetAttribute("value").ShouldBe("Siti"));
    }

    [Fact]
    public async Task A_document_that_is_taken_out_counts_as_a_save()
    {
        await using RegisterPageBench bench = await RegisterPageBench.OpenAsync(hosts);
        (string token, Guid key) = await bench.StartAsync(RegistrationStep.Documents, "Siti");
        await using MemoryStream picture = Registrations.Picture();
        (await bench.Core.Get<UploadPendingDocumentHandler>().HandleAsync(new(key, DocumentKind.IdentityCard, "ktp.png"), picture, Token)).ShouldBeDone();
        IRenderedComponent<RegisterPage> page = bench.Render(token);
        bench.Core.Clock.Advance(TimeSpan.FromMinutes(5));
        string before = page.Find("[data-saving]").TextContent;

        await page.Find(".files button").ClickAsync();

        page.WaitForAssertion(() => page.Find("form").GetAttribute("data-version").ShouldBe("2"));
        page.Find("[data-saving]").TextContent.ShouldNotBe(before);
    }

    [Theory]
    [InlineData("5", 2)]
    [InlineData("0", 1)]
    [InlineData("-3", 1)]
    [InlineData("2", 2)]
    public async Task An_address_of_a_step_that_was_not_reached_becomes_that_of_the_step_that_is_shown(string named, int shown)
    {
        await using RegisterPageBench bench = await RegisterPageBench.OpenAsync(hosts);
        (string token, Guid _) = await bench.StartAsync(RegistrationStep.Identity, "Siti");
        BunitNavigationManager navigation = bench.Services.GetRequiredService<BunitNavigationManager>();
        navigation.NavigateTo($"{PublicUrls.Draft(token)}?{PublicUrls.StepKey}={named}");

        IRenderedComponent<RegisterPage> page = bench.Render(token);

        page.Find("form").GetAttribute("data-step").ShouldBe((shown - 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        page.WaitForAssertion(() => navigation.Uri.ShouldEndWith(PublicUrls.Draft(token, shown)));
        navigation.History.Skip(1).ShouldAllBe(entry => entry.Options.ReplaceHistoryEntry);
    }

    [Theory]
    [InlineData("", "1", "2", "5")]
    [InlineData("?step=5", "4", "5")]
    public async Task A_form_that_is_complete_is_open_at_every_step_whichever_was_looked_at_last(string query, string step, params string[] unticked)
    {
        await using RegisterPageBench bench = await RegisterPageBench.OpenAsync(hosts);
        string token = await bench.StartFinishedAsync(RegistrationStep.Identity);
        bench.Services.GetRequiredService<BunitNavigationManager>().NavigateTo(PublicUrls.Draft(token) + query);

        IRenderedComponent<RegisterPage> page = bench.Render(token);

        page.Find("form").GetAttribute("data-step").ShouldBe(step);
        page.FindAll(".bar button:disabled").ShouldBeEmpty();
        page.FindAll(".bar .number").Select(number => number.TextContent.Trim()).Where(text => text.Length > 0).ShouldBe(unticked, "the others carry their tick");
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_shows_the_neutral_page_and_no_form()
    {
        await using RegisterPageBench bench = await RegisterPageBench.OpenAsync(hosts);

        IRenderedComponent<RegisterPage> page = bench.Render(new string('x', 43), "h1");

        page.Markup.ShouldContain(PublicText.FormNotHereTitle);
        page.Markup.ShouldContain(PublicText.FormNotHereText);
        page.FindAll("form, input").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_typed_without_a_connection_fills_the_fields_but_never_a_consent()
    {
        await using RegisterPageBench bench = await RegisterPageBench.OpenAsync(hosts);
        (string token, Guid _) = await bench.StartAsync(RegistrationStep.Identity, "Siti");
        IRenderedComponent<RegisterPage> page = bench.Render(token);
        Dictionary<string, string> typed = new(StringComparer.Ordinal)
        {
            [FieldPaths.InputId(Name)] = "Siti Aminah",
            [FieldPaths.InputId(FieldPaths.Consent)] = bool.TrueString,
            ["field-Unknown"] = "x",
        };

        bool isKept = await page.InvokeAsync(() => page.Instance.TypedAsync(typed, isSettled: true));

        isKept.ShouldBeTrue();
        page.Find(bench.Field(Name)).GetAttribute("value").ShouldBe("Siti Aminah");
        IReadOnlyDictionary<string, string> values = (await bench.Core.Get<RegistrationDraftReader>().FindAsync(token, Token)).ShouldBeDone().Content.Values;
        values[Name].ShouldBe("Siti Aminah");
        values.Keys.ShouldNotContain(FieldPaths.Consent);
        values.Keys.ShouldNotContain("Unknown");
    }

    [Theory]
    [InlineData("kind=Business", CustomerKind.Business, "")]
    [InlineData("kind=business&product=INTERNET-BISNIS", CustomerKind.Business, "INTERNET-BISNIS")]
    [InlineData("product=INTERNET-RUMAH", CustomerKind.Person, "INTERNET-RUMAH")]
    [InlineData("product=INTERNET-RUMAH&kind=Business", null, "INTERNET-RUMAH")]
    [InlineData("product=TIDAK-ADA&kind=9", null, "")]
    public async Task A_link_chooses_kind_and_product_as_far_as_they_go_together(string query, CustomerKind? kind, string product)
    {
        await using RegisterPageBench bench = await RegisterPageBench.OpenAsync(hosts);
        bench.Services.GetRequiredService<NavigationManager>().NavigateTo($"{PublicUrls.Register}?{query}");

        IRenderedComponent<RegisterPage> page = bench.Render(null);

        page.FindAll("input[name=kind][checked]").Select(input => input.GetAttribute("value")).ShouldBe(kind is null ? [] : [kind.ToString()]);
        page.FindAll("input[name=product][checked]").Select(input => input.GetAttribute("value")).ShouldBe(kind is null || product.Length == 0 ? [] : [product]);
    }

    [Fact]
    public async Task The_review_names_the_brochure_and_each_missing_thing_leads_to_its_field()
    {
        await using RegisterPageBench bench = await RegisterPageBench.OpenAsync(hosts);
        (string token, Guid _) = await bench.StartAsync(RegistrationStep.Review, "siti");

        IRenderedComponent<RegisterPage> page = bench.Render(token);

        page.Find("[data-brochure]").GetAttribute("data-brochure").ShouldBe("1");
        page.FindAll("[data-mend]").Select(button => button.GetAttribute("data-mend")).ShouldContain(FieldPaths.Document(DocumentKind.IdentityCard));
        await page.Find($"[data-mend={nameof(PersonData.BirthPlace)}]").ClickAsync();
        page.WaitForAssertion(() => page.Find("form").GetAttribute("data-step").ShouldBe("1"));
        page.Find(bench.Field(nameof(PersonData.BirthPlace))).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_foreigner_is_never_asked_for_what_stands_on_a_KTP()
    {
        await using RegisterPageBench bench = await RegisterPageBench.OpenAsync(hosts);
        (string token, Guid _) = await bench.StartAsync(RegistrationStep.Contact, "Anna Weber", Citizenship.Foreign);

        IRenderedComponent<RegisterPage> page = bench.Render(token);

        page.Find("form").TextContent.ShouldNotContain("KTP");
        page.Markup.ShouldContain(IntakeText.PartAddressForeign);
        page.Markup.ShouldContain(IntakeText.HintStreetForeign);
        await page.FindAll(".bar button")[1].ClickAsync();
        page.WaitForAssertion(() => page.Markup.ShouldContain(IntakeText.HintNamePassport));
        page.Markup.ShouldNotContain(IntakeText.HintNameCard);
    }

    [Fact]
    public async Task The_link_is_mailed_to_the_address_of_the_form_and_called_back()
    {
        await using RegisterPageBench bench = await RegisterPageBench.OpenAsync(hosts);
        (string token, Guid _) = await bench.StartAsync(RegistrationStep.Identity, "Siti");
        IRenderedComponent<RegisterPage> page = bench.Render(token);

        await page.Find("form[data-form=mail-link]").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#mail-link").GetAttribute("aria-invalid").ShouldBe("true"));
        await page.Find("#mail-link").ChangeAsync(new() { Value = "siti@contoh.co.id" });
        await page.Find("form[data-form=mail-link]").SubmitAsync();

        page.WaitForAssertion(() => page.Markup.ShouldContain(PublicText.MailLinkSent));
        page.Markup.ShouldContain("s***@contoh.co.id");
        await page.Find("form[data-form=mail-link] button[type=button]").ClickAsync();
        page.WaitForAssertion(() => page.Markup.ShouldContain(PublicText.MailLinkRevoked));
        page.Markup.ShouldNotContain("s***@contoh.co.id");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_who_comes_back_to_a_form_is_told_that_it_was_restored_and_a_reload_is_no_coming_back(bool isFirst)
    {
        await using RegisterPageBench bench = await RegisterPageBench.OpenAsync(hosts);
        (string token, Guid _) = await bench.StartAsync(RegistrationStep.Identity, "Siti");
        bench.Visit(isFirst);

        IRenderedComponent<RegisterPage> page = bench.Render(token);

        page.WaitForAssertion(() => page.Find(".restored").TextContent.Contains(PublicText.Restored, StringComparison.Ordinal).ShouldBe(isFirst));
        page.FindAll(".restored button").ShouldHaveSingleItem("to start anew is offered all the same").ClassList.ShouldNotContain("button");
    }

    [Fact]
    public async Task Nothing_is_thrown_away_before_that_was_asked_and_confirmed()
    {
        await using RegisterPageBench bench = await RegisterPageBench.OpenAsync(hosts);
        (string token, Guid _) = await bench.StartAsync(RegistrationStep.Identity, "Siti");
        IRenderedComponent<RegisterPage> page = bench.Render(token);

        await page.Find(".restored button").ClickAsync();
        (await bench.NameAsync(token)).ShouldBe("Siti");
        page.Find(".restored").TextContent.ShouldContain(PublicText.StartAnewAsk);
        await page.Find(".restored .button-danger").ClickAsync();

        (await bench.Core.Get<RegistrationDraftReader>().FindAsync(token, Token)).ShouldBeRefused(RefusalCode.LinkNotValid);
    }

    [Fact]
    public async Task Nothing_is_kept_before_anything_was_typed()
    {
        await using RegisterPageBench bench = await RegisterPageBench.OpenAsync(hosts);

        IRenderedComponent<RegisterPage> page = bench.Render(null);

        page.FindAll(".later").ShouldBeEmpty();
        page.Find("[data-saving]").GetAttribute("data-saving").ShouldBe(nameof(Saving.None));
    }
}
