using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Reading;

namespace Onboarding.Portal.Features.Stage1Intake.Reading;

/// <summary>Where in the form a value belongs that was read from a card.</summary>
public static class CardPaths
{
    private const string Address = nameof(ApplicantData.Address) + ".";

    /// <summary>The kind of document that is such a card, for a person or for who represents a business.</summary>
    public static DocumentKind DocumentOf(CustomerKind kind) => kind == CustomerKind.Business ? DocumentKind.RepresentativeIdentityCard : DocumentKind.IdentityCard;

    /// <summary>The same where this form asks for it, else null: a foreigner has none.</summary>
    public static DocumentKind? AskedOf(RegistrationInput input) =>
        input.Kind is { } kind && FieldPaths.RequiredDocuments(input).Contains(DocumentOf(kind)) ? DocumentOf(kind) : null;

    /// <summary>The field of the form, or null when the form asks for no such thing.</summary>
    public static string? Of(CardField field, CustomerKind kind) => kind == CustomerKind.Business ? OfRepresentative(field) : OfPerson(field);

    private static string OfPerson(CardField field) => field switch
    {
        CardField.Nik => nameof(PersonData.Nik),
        CardField.FullName => nameof(PersonData.FullName),
        CardField.BirthPlace => nameof(PersonData.BirthPlace),
        CardField.BirthDate => nameof(PersonData.BirthDate),
        CardField.Sex => nameof(PersonData.Sex),
        CardField.Street => Address + nameof(AddressData.Street),
        CardField.Rt => Address + nameof(AddressData.Rt),
        CardField.Rw => Address + nameof(AddressData.Rw),
        CardField.Village => Address + nameof(AddressData.VillageCode),
    };

    // The address of a business is not the one on the card of its director.
    private static string? OfRepresentative(CardField field) => field switch
    {
        CardField.Nik => nameof(BusinessData.RepresentativeNik),
        CardField.FullName => nameof(BusinessData.RepresentativeName),
        CardField.BirthPlace or CardField.BirthDate or CardField.Sex or CardField.Street or CardField.Rt or CardField.Rw or CardField.Village => null,
    };
}
