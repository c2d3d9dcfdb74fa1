using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Results;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Stage1Intake;

public sealed class RegistrationFormTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    public static TheoryData<ApplicantData> Applicants { get; } =
    [
        Registrations.Person(),
        Registrations.Person() with { Domicile = Registrations.Address() },
        Registrations.Person() with { Citizenship = Citizenship.Foreign, Nik = null, PassportNumber = "X1234567", PassportCountry = "NL", PassportExpiry = new(2030, 1, 1) },
        Registrations.Business(),
        Registrations.ForeignSigned(),
    ];

    [Fact]
    public void Shows_no_problem_of_a_field_that_nobody_has_left_yet() =>
        Empty().ErrorOf(nameof(PersonData.FullName)).ShouldBeNull();

    [Fact]
    public void Shows_the_problem_of_a_field_as_soon_as_it_is_left()
    {
        RegistrationForm form = Empty();

        form.Set(nameof(PersonData.Nik), "3171033102909901");

        form.ErrorOf(nameof(PersonData.Nik)).ShouldNotBeNull();
        form.ErrorOf(nameof(PersonData.FullName)).ShouldBeNull();
    }

    [Fact]
    public void Warns_of_a_birth_date_that_differs_from_the_NIK_and_goes_on()
    {
        RegistrationForm form = Of(Registrations.Person());

        form.Set(nameof(PersonData.BirthDate), "1991-08-17");

        form.WarningsOf(nameof(PersonData.Nik)).ShouldNotBeEmpty();
        form.Accepts(FieldPaths.Identity(form.Input)).ShouldBeTrue();
    }

    [Fact]
    public void Lists_the_problems_in_the_order_of_the_fields()
    {
        RegistrationForm form = Empty();
        IReadOnlyList<string> paths = FieldPaths.Identity(form.Input);

        form.Accepts(paths).ShouldBeFalse();

        string[] wrong = [.. form.Problems(paths).Select(problem => problem.Path)];
        wrong.ShouldBe(paths.Where(wrong.Contains));
    }

    [Fact]
    public void Keeps_what_was_typed_when_the_core_refuses_and_drops_the_refusal_when_the_field_changes()
    {
        RegistrationForm form = Of(Registrations.Person());

        form.Refuse(new Invalid(nameof(ApplicantData.Email), InputProblem.MustDiffer));
        form.ErrorOf(nameof(ApplicantData.Email)).ShouldNotBeNull();
        form.Input[nameof(ApplicantData.Email)].ShouldBe(Registrations.Person().Email);

        form.Set(nameof(ApplicantData.Email), "lain@contoh.example");
        form.ErrorOf(nameof(ApplicantData.Email)).ShouldBeNull();
    }

    [Fact]
    public void Asks_for_every_document_that_the_core_asks_for_and_for_consent()
    {
        RegistrationForm form = Of(Registrations.Business());

        form.Accepts(FieldPaths.All(form.Input)).ShouldBeFalse();

        form.Problems(FieldPaths.All(form.Input)).Select(problem => problem.Path)
            .ShouldBe([.. FieldPaths.Documents(form.Input), FieldPaths.Consent]);
    }

    [Fact]
    public void Keeps_fields_that_a_choice_hides_but_does_not_send_them()
    {
        RegistrationForm form = Of(Registrations.Person() with { Domicile = Registrations.Address() });

        form.Tick(FieldPaths.OtherDomicile, isTicked: false);
        form.Input.ToData().ShouldBeOfType<PersonData>().Domicile.ShouldBeNull();

        form.Tick(FieldPaths.OtherDomicile, isTicked: true);
        form.Input.ToData().ShouldBeOfType<PersonData>().Domicile.ShouldBe(Registrations.Address());
    }

    [Fact]
    public void Does_not_ask_a_sole_trader_for_deed_and_decree()
    {
        RegistrationForm form = Of(Registrations.Business());

        form.Set(FieldPaths.LegalForm, nameof(LegalForm.UD));

        FieldPaths.Identity(form.Input).ShouldNotContain(nameof(BusinessData.DeedNumber));
        FieldPaths.Identity(form.Input).ShouldNotContain(nameof(BusinessData.DecreeNumber));
    }

    [Theory]
    [MemberData(nameof(Applicants))]
    public void A_form_filled_from_a_case_sends_the_same_data(ApplicantData data) =>
        RegistrationInput.From(data, "AWAN-KANTOR", Guid.Empty).ToData().ShouldBe(data);

    [Theory]
    [InlineData("not a date")]
    [InlineData("31/02/1990")]
    [InlineData("1990-13-41")]
    public void Keeps_a_date_that_is_none_and_says_so(string text)
    {
        RegistrationForm form = Of(Registrations.Person());

        form.Set(nameof(PersonData.BirthDate), text);

        form.ErrorOf(nameof(PersonData.BirthDate)).ShouldBe(IntakeText.DateUnreadable);
        form.Input[nameof(PersonData.BirthDate)].ShouldBe(text);
        form.Accepts([nameof(PersonData.BirthDate)]).ShouldBeFalse();
    }

    [Fact]
    public void An_unreadable_date_stops_also_where_none_is_asked_for()
    {
        RegistrationForm form = Of(Registrations.Business());

        form.Set(nameof(BusinessData.DeedDate), "akhir tahun");

        form.Accepts([nameof(BusinessData.DeedDate)]).ShouldBeFalse();
    }

    [Fact]
    public void Understands_a_date_with_the_day_first()
    {
        RegistrationForm form = Of(Registrations.Person());

        form.Set(nameof(PersonData.BirthDate), "05121990");

        form.Input.ToData().ShouldBeOfType<PersonData>().BirthDate.ShouldBe(new DateOnly(1990, 12, 5));
        form.Input[nameof(PersonData.BirthDate)].ShouldBe("1990-12-05");
    }

    private static RegistrationForm Empty() => new(RegistrationInput.New(Guid.Empty), new MemoryTray(), Today);

    private static RegistrationForm Of(ApplicantData data) => new(RegistrationInput.From(data, "AWAN-KANTOR", Guid.Empty), new MemoryTray(), Today);
}
