using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Compliance;
using Onboarding.Core.Documents;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Features.Stage1Intake.Documents;
using Onboarding.Portal.Features.Stage1Intake.Sections;
using Onboarding.Portal.Features.Uploading;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Stage1Intake;

public sealed class FormSectionTests : BunitContext
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private readonly MemoryTray _tray = new();
    private readonly HandTimer _clock = new();

    public FormSectionTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddUploadsForComponents();
    }

    [Fact]
    public void A_problem_stands_at_its_field_and_the_field_says_so_to_a_screen_reader()
    {
        RegistrationForm form = Of(Registrations.Person());
        IRenderedComponent<PersonSection> section = RenderSection<PersonSection>(form);

        section.Find($"#{FieldPaths.InputId(nameof(PersonData.Nik))}").Change("123");

        IElement input = section.Find($"#{FieldPaths.InputId(nameof(PersonData.Nik))}");
        input.GetAttribute("aria-invalid").ShouldBe("true");
        input.GetAttribute("value").ShouldBe("123");
        string problem = section.Find($"#{input.Id}-error").TextContent;
        problem.ShouldBe(form.ErrorOf(nameof(PersonData.Nik)));
        input.GetAttribute("aria-describedby")!.ShouldContain($"{input.Id}-error");
    }

    [Fact]
    public void Every_input_of_a_person_has_a_label()
    {
        IRenderedComponent<PersonSection> section = RenderSection<PersonSection>(Of(Registrations.Person()));

        section.FindAll("input.input, select").ShouldAllBe(input => section.FindAll($"label[for='{input.Id}']").Count == 1);
    }

    [Fact]
    public void A_foreigner_is_asked_for_the_passport()
    {
        RegistrationForm form = Of(Registrations.Person());
        IRenderedComponent<PersonSection> section = RenderSection<PersonSection>(form);
        section.FindAll($"#{FieldPaths.InputId(nameof(PersonData.PassportNumber))}").ShouldBeEmpty();

        section.Find($"input[value='{Citizenship.Foreign}']").Change(true);

        section.FindAll($"#{FieldPaths.InputId(nameof(PersonData.PassportNumber))}").ShouldHaveSingleItem();
    }

    [Fact]
    public void A_foreigner_who_signs_for_a_business_is_asked_for_the_passport()
    {
        RegistrationForm form = Of(Registrations.Business());
        IRenderedComponent<BusinessSection> section = RenderSection<BusinessSection>(form);
        section.FindAll($"#{FieldPaths.InputId(nameof(BusinessData.RepresentativePassportNumber))}").ShouldBeEmpty();

        section.Find($"input[value='{Citizenship.Foreign}']").Change(true);

        section.FindAll($"#{FieldPaths.InputId(nameof(BusinessData.RepresentativePassportNumber))}").ShouldHaveSingleItem();
        section.Find($"#{FieldPaths.InputId(nameof(BusinessData.RepresentativeNik))}").GetAttribute("aria-required").ShouldNotBe("true");
    }

    [Fact]
    public void A_sole_trader_sees_no_fields_of_a_deed()
    {
        RegistrationForm form = Of(Registrations.Business());
        IRenderedComponent<BusinessSection> section = RenderSection<BusinessSection>(form);

        section.Find($"#{FieldPaths.InputId(nameof(BusinessData.NotaryCity))}").GetAttribute("value").ShouldBe("Jakarta Selatan");

        section.Find($"#{FieldPaths.InputId(FieldPaths.LegalForm)}").Change(nameof(LegalForm.UD));

        section.FindAll($"#{FieldPaths.InputId(nameof(BusinessData.DeedNumber))}, #{FieldPaths.InputId(nameof(BusinessData.NotaryCity))}").ShouldBeEmpty();
        form.Input[nameof(BusinessData.DeedNumber)].ShouldBe("12");
    }

    [Fact]
    public void No_box_of_consent_is_ticked_beforehand_and_the_policy_cannot_bring_active_content()
    {
        PolicyText policy = new("privacy", "2026-02", "## Judul\n<script>alert(1)</script> <b>tebal</b>", "## Title", DateTimeOffset.UnixEpoch);
        IRenderedComponent<ConsentSection> section = RenderSection<ConsentSection>(
            Of(Registrations.Person()), parameters => parameters.Add(one => one.Policy, policy));

        section.FindAll("input[type=checkbox]").Count.ShouldBe(2);
        section.FindAll("input[type=checkbox]").ShouldAllBe(box => !box.HasAttribute("checked"));
        section.FindAll("script, b").ShouldBeEmpty();
        section.Markup.ShouldContain("2026-02");
    }

    [Fact]
    public async Task A_file_that_waits_for_its_check_says_so_until_it_is_done_and_one_in_quarantine_asks_for_another()
    {
        _tray.State = DocumentState.NotYetChecked;
        IRenderedComponent<DocumentField> field = RenderField();
        await ArriveAsync(field, "ktp.jpg");
        field.WaitForAssertion(() => field.Find("[data-document-state]").TextContent.ShouldBe(IntakeText.FileNotYetChecked));
        field.Find(".document").GetAttribute("data-state").ShouldBe("filled");

        _tray.State = DocumentState.Quarantined;
        _clock.Ring();

        field.WaitForAssertion(() => field.Find("[data-document-state]").TextContent.ShouldBe(IntakeText.FileQuarantined));
        field.Find(".document").GetAttribute("data-state").ShouldBe("empty");
    }

    [Fact]
    public async Task Several_files_arrive_and_one_can_be_taken_out_again()
    {
        IRenderedComponent<DocumentField> field = RenderField();

        await ArriveAsync(field, "satu.pdf", "dua.pdf");
        field.WaitForAssertion(() => _tray.All.Count.ShouldBe(2));
        field.FindAll("button.remove")[0].Click();

        _tray.All.ShouldHaveSingleItem().FileName.ShouldBe("dua.pdf");
    }

    [Fact]
    public void A_file_that_was_given_for_another_document_too_says_so_and_counts()
    {
        TrayDocument file = new(Guid.Empty, DocumentKind.IdentityCard, "akta.pdf", 10) { AlsoGivenAs = [DocumentKind.DeedOfEstablishment] };
        _tray.Show(file);

        IRenderedComponent<DocumentField> field = RenderField();

        field.Find("[data-same-file]").TextContent.ShouldContain(DomainTexts.Of(DocumentKind.DeedOfEstablishment));
        field.Find(".document").GetAttribute("data-state").ShouldBe("filled");
    }

    [Fact]
    public async Task A_hostile_file_name_is_shown_as_text()
    {
        IRenderedComponent<DocumentField> field = RenderField();

        await ArriveAsync(field, "<img src=x onerror=alert(1)>.pdf");

        field.WaitForAssertion(() => field.Find(".file .name").TextContent.ShouldContain("<img"));
        field.FindAll(".file img").ShouldBeEmpty();
    }

    [Fact]
    public void A_tray_that_takes_no_files_offers_no_button()
    {
        IRenderedComponent<DocumentField> field = Render<DocumentField>(parameters => parameters
            .Add(one => one.Kind, DocumentKind.IdentityCard)
            .Add(one => one.Tray, new FormDocuments(null!, Guid.Empty, place: null))
            .Add(one => one.Title, "KTP"));

        field.FindAll("input").ShouldBeEmpty();
    }

    private async Task ArriveAsync(IRenderedComponent<DocumentField> field, params string[] names)
    {
        _tray.Arrive(DocumentKind.IdentityCard, names);
        await field.FindComponent<FileDrop>().Instance.ArrivedAsync();
    }

    private static RegistrationForm FormOf(ApplicantData data, DocumentTray tray) =>
        new(RegistrationInput.From(data, "AWAN-KANTOR", Guid.Empty), tray, Today);

    private RegistrationForm Of(ApplicantData data) => FormOf(data, _tray);

    private IRenderedComponent<DocumentField> RenderField() => Render<DocumentField>(parameters => parameters
        .Add(field => field.Kind, DocumentKind.IdentityCard)
        .Add(field => field.Tray, _tray)
        .Add(field => field.Title, "KTP"));

    private IRenderedComponent<T> RenderSection<T>(RegistrationForm form, Action<ComponentParameterCollectionBuilder<T>>? more = null)
        where T : IComponent
    {
        IRenderedComponent<T> section = Render<T>(parameters =>
        {
            parameters.AddCascadingValue(form);
            more?.Invoke(parameters);
        });
        form.Changed = () => section.Render();
        return section;
    }
}
