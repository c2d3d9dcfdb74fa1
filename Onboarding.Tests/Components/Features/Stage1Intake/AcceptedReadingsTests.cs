using Onboarding.Core.Cases;
using Onboarding.Core.Documents.Reading;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Features.Stage1Intake.Reading;

namespace Onboarding.Tests.Components.Features.Stage1Intake;

public sealed class AcceptedReadingsTests
{
    [Fact]
    public void Only_what_was_taken_over_is_in_the_form_and_what_is_typed_over_it_is_the_persons_own()
    {
        RegistrationForm form = Form(CustomerKind.Person);
        AcceptedReadings accepted = new();
        form.Input[nameof(PersonData.FullName)].ShouldBeEmpty();

        accepted.Accept(new CardSuggestion(CardField.FullName, "BUDI CONTOH", 0.9, []), form);
        accepted.Accept(new CardSuggestion(CardField.BirthPlace, "BANDUNG", 0.9, []), form);
        form.Set(nameof(PersonData.BirthPlace), "BANDUNG BARAT");

        form.Input[nameof(PersonData.FullName)].ShouldBe("BUDI CONTOH");
        form.Input[nameof(PersonData.Nik)].ShouldBeEmpty();
        accepted.In(form).ShouldBe([CardField.FullName]);
    }

    [Fact]
    public void The_card_of_a_representative_gives_number_and_name_alone()
    {
        RegistrationForm form = Form(CustomerKind.Business);
        AcceptedReadings accepted = new();
        foreach (CardField field in Enum.GetValues<CardField>())
        {
            accepted.Accept(new CardSuggestion(field, "X", 0.9, []), form);
        }

        accepted.In(form).ShouldBe([CardField.Nik, CardField.FullName], ignoreOrder: true);
        form.Input[nameof(BusinessData.RepresentativeName)].ShouldBe("X");
    }

    private static RegistrationForm Form(CustomerKind kind)
    {
        RegistrationInput input = RegistrationInput.New(Guid.Empty);
        input[FieldPaths.Kind] = kind.ToString();
        return new RegistrationForm(input, new MemoryTray(), new DateOnly(2026, 11, 22));
    }
}
