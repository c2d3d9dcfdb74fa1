using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Documents;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Features.Stage1Intake.Drafts;
using Onboarding.Portal.Features.Stage1Intake.Reading;
using Onboarding.Portal.Features.Stage1Intake.Sections;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Stage1Intake;

/// <summary>What the staff's form asks beyond the applicant's data, and that its fields follow the one definition.</summary>
public sealed class OfflineFormTests : ComponentTest
{
    private static readonly TimeSpan Jakarta = TimeSpan.FromHours(7);

    public static TheoryData<ApplicantGroup> Groups { get; } = [.. Enum.GetValues<ApplicantGroup>()];

    [Theory, MemberData(nameof(Groups))]
    public void The_screen_has_the_fields_of_the_definition_in_its_order_with_its_marks(ApplicantGroup group)
    {
        RegistrationForm form = Form(Input(ApplicantGroups.Empty(group)));
        IReadOnlyList<RegistrationField> fields = [.. FieldPaths.Fields(form.Input).Where(field => field.Part != FormPart.Domicile && field.Shape != FieldShape.Region)];
        string[] known = [.. fields.Select(field => FieldPaths.InputId(field.Path))];

        string who = form.Input.Kind == CustomerKind.Business ? Section<BusinessSection>(form).Markup : Section<PersonSection>(form).Markup;
        IRenderedComponent<Holder> page = Render<Holder>(parameters => parameters.Add(holder => holder.Markup, who + Section<ContactSection>(form).Markup));

        IElement[] inputs = [.. page.FindAll("input, select").Where(input => known.Contains(input.Id))];
        inputs.Select(input => input.Id).ShouldBe(known);
        inputs.Where(input => input.GetAttribute("type") != "radio").ShouldAllBe(input =>
            (input.GetAttribute("aria-required") == "true") == (fields.Single(field => FieldPaths.InputId(field.Path) == input.Id).Need == FieldNeed.Required));
    }

    [Fact]
    public void A_field_that_the_chosen_product_asks_for_loses_the_word_optional()
    {
        RegistrationInput input = Input(Registrations.Person());
        input.Products = [Product(new ProductRequirement("npwp", RequirementKind.Field, [ApplicantGroup.Citizen]) { Field = nameof(PersonData.Npwp) })];
        RegistrationForm form = Form(input);

        IRenderedComponent<PersonSection> section = Section<PersonSection>(form);

        section.Find($"#{FieldPaths.InputId(nameof(PersonData.Npwp))}").GetAttribute("aria-required").ShouldBe("true");
        form.Accepts(FieldPaths.Identity(input)).ShouldBeFalse();
    }

    [Fact]
    public void A_document_that_the_chosen_product_asks_for_is_asked_for()
    {
        RegistrationInput input = Input(Registrations.Person());
        input.Products = [Product(new ProductRequirement("npwp", RequirementKind.Document, [ApplicantGroup.Citizen]) { Document = DocumentKind.TaxCard })];

        FieldPaths.Documents(input).ShouldBe([FieldPaths.Document(DocumentKind.IdentityCard), FieldPaths.Document(DocumentKind.TaxCard)]);
    }

    [Theory]
    [InlineData(Channel.Offline, "OnPaper Remark")]
    [InlineData(Channel.Telephone, "ContactName ContactAddress ReceivedAt Remark")]
    [InlineData(Channel.Email, "ContactName ContactAddress ReceivedAt Remark")]
    [InlineData(Channel.WhatsApp, "ContactName ContactAddress ReceivedAt Remark")]
    public void Each_channel_shows_what_is_to_be_known_of_it(Channel channel, string fields)
    {
        RegistrationInput input = Input(Registrations.Person());
        input[FieldPaths.Channel] = channel.ToString();

        IRenderedComponent<SourceSection> section = Section<SourceSection>(Form(input));

        string[] expected = [.. fields.Split(' ').Select(field => FieldPaths.InputId(SourceRules.Path(field)))];
        section.FindAll("[id^='field-Source-']").Select(field => field.Id!).Where(id => !id.Contains("-hint") && !id.Contains("-error") && !id.Contains("-warning"))
            .ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void A_paper_form_asks_for_its_number_and_its_scan()
    {
        RegistrationInput input = Input(Registrations.Person());
        RegistrationForm form = Form(input);
        form.Tick(FieldPaths.OnPaper, isTicked: true);

        form.Accepts(FieldPaths.Source(input)).ShouldBeFalse();

        form.Problems(FieldPaths.Source(input)).Select(problem => problem.Path).ShouldBe([FieldPaths.FormNumber, FieldPaths.Document(DocumentKind.RegistrationEvidence)]);
    }

    [Theory]
    [InlineData("2026-11-23T10:42")]
    [InlineData("2026-11-23T10:42:00")]
    public void A_time_is_read_in_the_zone_of_the_person_who_types_it(string typed)
    {
        RegistrationInput input = Input(Registrations.Person());
        input[FieldPaths.ReceivedAt] = typed;

        IntakeInput.Source(input, Jakarta).ReceivedAt.ShouldBe(new DateTimeOffset(2026, 11, 23, 3, 42, 0, TimeSpan.Zero));
        IntakeInput.Fill(input, IntakeInput.Source(input, Jakarta), TimeSpan.FromHours(9));
        input[FieldPaths.ReceivedAt].ShouldBe("2026-11-23T12:42");
    }

    [Fact]
    public void What_was_explained_goes_with_the_version_that_was_on_screen_and_the_usual_means_of_the_channel()
    {
        RegistrationInput input = Input(Registrations.Person());
        input.Products = [Product()];
        IntakeInput.Explanation(input).ShouldBeNull();

        Section<ExplanationSection>(Form(input)).Find($"#{FieldPaths.InputId(FieldPaths.Explained)}").Change(true);

        IntakeInput.Explanation(input).ShouldBe(new ProductExplanation(7, ExplanationMeans.InPerson));
    }

    [Fact]
    public void The_saving_line_says_that_the_session_has_ended_and_leads_back_to_the_same_page()
    {
        IRenderedComponent<OfflineForm> page = Page(Form(RegistrationInput.New(Guid.Empty), Channel.Offline), signInAgain: "/account/sign-in?returnUrl=%2Fintake%2Fnew");

        IElement line = page.Find(".saved");
        line.TextContent.ShouldContain(IntakeText.SignedOut);
        line.QuerySelector("a")!.GetAttribute("href").ShouldBe("/account/sign-in?returnUrl=%2Fintake%2Fnew");
        line.QuerySelector("a")!.GetAttribute("target").ShouldBe("_blank");
    }

    [Fact]
    public void Whoever_sends_while_a_draft_is_saved_is_heard()
    {
        int sent = 0;
        RegistrationForm form = Form(RegistrationInput.New(Guid.Empty), Channel.Offline);
        IRenderedComponent<OfflineForm> page = Page(form);
        form.Set(FieldPaths.Kind, nameof(CustomerKind.Person));
        page.Find("[data-shortcut='Control+S']").HasAttribute("disabled").ShouldBeFalse();

        page.Render(parameters => parameters.Add(one => one.IsBusy, true).Add(one => one.OnSend, () => sent++));

        IElement send = page.Find("button[type=submit]");
        send.HasAttribute("disabled").ShouldBeFalse();
        send.GetAttribute("aria-busy").ShouldBe("true");
        page.Find("form").Submit();
        sent.ShouldBe(1);
        page.Find("[data-shortcut='Control+S']").HasAttribute("disabled").ShouldBeTrue();
    }

    [Fact]
    public void What_is_asked_of_the_applicant_opens_with_the_kind_and_the_product_which_a_draft_needs()
    {
        RegistrationForm form = Form(RegistrationInput.New(Guid.Empty), Channel.Offline);
        IRenderedComponent<OfflineForm> page = Page(form);
        form.Set(FieldPaths.Kind, nameof(CustomerKind.Person));

        page.FindAll("[data-shortcut='Alt+3']").ShouldBeEmpty();
    }

    [Fact]
    public void What_was_typed_about_the_source_before_that_is_said_to_be_unsaved()
    {
        RegistrationForm form = Form(RegistrationInput.New(Guid.Empty), Channel.Offline);
        IRenderedComponent<OfflineForm> page = Page(form);
        page.Find(".saved").TextContent.Trim().ShouldBeEmpty();

        form.Set(FieldPaths.ContactName, "Wulan");

        page.Find(".saved").TextContent.ShouldContain(IntakeText.NotSavedYet);
    }

    [Theory]
    [InlineData(nameof(PersonData.Nik), "3171031708909901", true)]
    [InlineData(nameof(PersonData.FullName), "Wulan", true)]
    [InlineData(nameof(PersonData.FullName), " ", false)]
    [InlineData(nameof(ApplicantData.Kind), nameof(CustomerKind.Person), false)]
    public void A_registration_is_begun_with_anything_that_would_have_to_be_typed_again(string path, string value, bool isBegun)
    {
        RegistrationForm form = Form(RegistrationInput.New(Guid.Empty), Channel.Offline);
        form.Set(path, value);

        IntakeInput.IsBegun(form).ShouldBe(isBegun);
    }

    [Theory]
    [InlineData("17061970", "17/06/1970", "17 Juni 1970")]
    [InlineData("17 juni 1970", "17/06/1970", "17 Juni 1970")]
    [InlineData("17/13/1970", "17/13/1970", "")]
    public void A_day_is_typed_in_any_usual_form_and_what_was_understood_stands_below_it(string typed, string shown, string read)
    {
        string id = FieldPaths.InputId(nameof(PersonData.BirthDate));
        IRenderedComponent<PersonSection> section = Section<PersonSection>(Form(Input(Registrations.Person())));

        section.Find($"#{id}").Change(typed);

        section.Find($"#{id}").GetAttribute("type").ShouldBe("text");
        section.Find($"#{id}").GetAttribute("value").ShouldBe(shown);
        section.Find($"#{id}-read").TextContent.ShouldBe(read);
        section.Markup.Contains(IntakeText.DateUnreadable, StringComparison.Ordinal).ShouldBe(read.Length == 0);
    }

    private static ProductCard Product(params ProductRequirement[] requirements) =>
        new("INTERNET-RUMAH", "Internet Rumah", "", "Rp1", [CustomerKind.Person], 7, requirements);

    private static RegistrationInput Input(ApplicantData data)
    {
        RegistrationInput input = RegistrationInput.From(data, "INTERNET-RUMAH", Guid.Empty);
        input[FieldPaths.Channel] = nameof(Channel.Offline);
        return input;
    }

    private static RegistrationForm Form(RegistrationInput input, Channel channel)
    {
        input[FieldPaths.Channel] = channel.ToString();
        return Form(input);
    }

    private static RegistrationForm Form(RegistrationInput input) => new(input, new MemoryTray(), new DateOnly(2026, 11, 23))
    {
        SourceRule = typed => SourceRules.Check(IntakeInput.Channel(typed)!.Value, IntakeInput.Source(typed, Jakarta), CoreHost.Start).Errors,
    };

    private IRenderedComponent<T> Section<T>(RegistrationForm form)
        where T : IComponent
    {
        IRenderedComponent<T> section = Render<T>(parameters => parameters.AddCascadingValue(form));
        form.Changed = () => section.Render();
        return section;
    }

    private IRenderedComponent<OfflineForm> Page(RegistrationForm form, string? signInAgain = null)
    {
        IRenderedComponent<OfflineForm> page = Render<OfflineForm>(parameters => parameters
            .Add(one => one.Form, form)
            .Add(one => one.Products, [Product()])
            .Add(one => one.Policy, null!)
            .Add(one => one.ReadCard, null!)
            .Add(one => one.Accepted, new AcceptedReadings())
            .Add(one => one.Problems, [])
            .Add(one => one.SignInAgain, signInAgain));
        form.Changed = () => page.Render();
        return page;
    }

    /// <summary>Two sections as one page, so that their order can be read.</summary>
    public sealed class Holder : ComponentBase
    {
        /// <summary>The markup.</summary>
        [Parameter]
        public string Markup { get; set; } = "";

        /// <inheritdoc />
        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => builder.AddMarkupContent(0, Markup);
    }
}
