using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>The parts of the Formulir Pendaftaran Pelanggan, in its order.</summary>
public enum FormPart
{
    /// <summary>Who the person or business is.</summary>
    Identity = 1,

    /// <summary>Deed and decree of a business.</summary>
    Deed,

    /// <summary>Who signs for a business.</summary>
    Representative,

    /// <summary>How to reach the applicant.</summary>
    Contact,

    /// <summary>Address of the identity card or of the registered office.</summary>
    Address,

    /// <summary>Where a person lives, when that is elsewhere; the whole part may be left out.</summary>
    Domicile,
}

/// <summary>What a field takes: how a screen asks for it and how paper leaves room for it.</summary>
public enum FieldShape
{
    /// <summary>Words.</summary>
    Text = 1,

    /// <summary>Digits or letters of a known number, one box each on paper.</summary>
    Boxes,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One of a few.</summary>
    Choice,

    /// <summary>A village with all regions above it.</summary>
    Region,
}

/// <summary>One field of the form.</summary>
/// <param name="Path">Its path in the applicant's data, by which errors name it.</param>
/// <param name="Part">Where it stands.</param>
/// <param name="Need">Whether it must be filled.</param>
/// <param name="Shape">What it takes.</param>
/// <param name="Boxes">How many boxes paper has for it, of <see cref="FieldShape.Boxes"/>.</param>
public sealed record RegistrationField(string Path, FormPart Part, FieldNeed Need, FieldShape Shape, int Boxes = 0);

/// <summary>
/// The Formulir Pendaftaran Pelanggan as data: which fields there are for a group of applicants, in which order, and which are
/// required. Screens, the printed form and the description of the API read it; tests hold it and <see cref="RegistrationRules"/>
/// to the same.
/// </summary>
public static class RegistrationFields
{
    private const int NikBoxes = 16;
    private const int NpwpBoxes = 16;
    private const int NibBoxes = 13;
    private const int NitkuBoxes = 22;
    private const int PassportBoxes = 9;
    private const int UnitBoxes = 3;
    private const int PostalCodeBoxes = 5;
    private const int PhoneBoxes = 14;

    /// <summary>The fields of a group, in their order.</summary>
    /// <param name="group">The group.</param>
    /// <param name="requirements">What the product asks for beyond the usual.</param>
    /// <param name="representative">Citizenship of who signs for a business; null on paper, where it is not known yet and there is room for both.</param>
    public static IReadOnlyList<RegistrationField> Of(
        ApplicantGroup group, IReadOnlyList<ProductRequirement> requirements, Citizenship? representative = Citizenship.Indonesian)
    {
        var asked = requirements
            .Where(requirement => requirement.Kind == RequirementKind.Field && requirement.Groups.Contains(group))
            .Select(requirement => requirement.Field)
            .ToHashSet();
        return [.. Usual(group, representative).Select(field => asked.Contains(field.Path) ? field with { Need = FieldNeed.Required } : field)];
    }

    /// <summary>The fields of one applicant, in their order.</summary>
    /// <param name="data">The applicant.</param>
    /// <param name="requirements">What the product asks for beyond the usual.</param>
    public static IReadOnlyList<RegistrationField> Of(ApplicantData data, IReadOnlyList<ProductRequirement> requirements) =>
        Of(ApplicantGroups.Of(data), requirements, (data as BusinessData)?.RepresentativeCitizenship ?? Citizenship.Indonesian);

    private static IEnumerable<RegistrationField> Usual(ApplicantGroup group, Citizenship? representative) => group switch
    {
        ApplicantGroup.Citizen => [.. Person(isForeign: false), .. Contact(), .. Address(nameof(ApplicantData.Address), FormPart.Address), .. Domicile()],
        ApplicantGroup.Foreigner => [.. Person(isForeign: true), .. Contact(), .. Address(nameof(ApplicantData.Address), FormPart.Address), .. Domicile()],
        ApplicantGroup.LegalEntity => [.. Business(), .. Deed(), .. Representative(representative), .. Contact(), .. Address(nameof(ApplicantData.Address), FormPart.Address)],
        ApplicantGroup.SoleTrader => [.. Business(), .. Representative(representative), .. Contact(), .. Address(nameof(ApplicantData.Address), FormPart.Address)],
    };

    private static IEnumerable<RegistrationField> Person(bool isForeign)
    {
        yield return Required(nameof(PersonData.Citizenship), FormPart.Identity, FieldShape.Choice);
        yield return Required(nameof(PersonData.FullName), FormPart.Identity);
        if (isForeign)
        {
            yield return Required(nameof(PersonData.PassportNumber), FormPart.Identity, FieldShape.Boxes, PassportBoxes);
            yield return Required(nameof(PersonData.PassportCountry), FormPart.Identity);
            yield return Required(nameof(PersonData.PassportExpiry), FormPart.Identity, FieldShape.Date);
        }

        yield return new RegistrationField(nameof(PersonData.Nik), FormPart.Identity, isForeign ? FieldNeed.Optional : FieldNeed.Required, FieldShape.Boxes, NikBoxes);
        yield return Required(nameof(PersonData.BirthPlace), FormPart.Identity);
        yield return Required(nameof(PersonData.BirthDate), FormPart.Identity, FieldShape.Date);
        yield return Required(nameof(PersonData.Sex), FormPart.Identity, FieldShape.Choice);
        yield return Optional(nameof(PersonData.Npwp), FormPart.Identity, NpwpBoxes);
    }

    private static IEnumerable<RegistrationField> Business() =>
    [
        Required(nameof(BusinessData.LegalForm), FormPart.Identity, FieldShape.Choice),
        Required(nameof(BusinessData.BusinessName), FormPart.Identity),
        Required(nameof(BusinessData.Nib), FormPart.Identity, FieldShape.Boxes, NibBoxes),
        Required(nameof(BusinessData.Npwp), FormPart.Identity, FieldShape.Boxes, NpwpBoxes),
        Optional(nameof(BusinessData.Nitku), FormPart.Identity, NitkuBoxes),
    ];

    private static IEnumerable<RegistrationField> Deed() =>
    [
        Required(nameof(BusinessData.DeedNumber), FormPart.Deed),
        Required(nameof(BusinessData.DeedDate), FormPart.Deed, FieldShape.Date),
        Required(nameof(BusinessData.NotaryName), FormPart.Deed),
        Required(nameof(BusinessData.NotaryCity), FormPart.Deed),
        Required(nameof(BusinessData.DecreeNumber), FormPart.Deed),
        Required(nameof(BusinessData.BeneficialOwner), FormPart.Deed),
    ];

    private static IEnumerable<RegistrationField> Representative(Citizenship? citizenship)
    {
        yield return Required(nameof(BusinessData.RepresentativeCitizenship), FormPart.Representative, FieldShape.Choice);
        yield return Required(nameof(BusinessData.RepresentativeName), FormPart.Representative);
        yield return Required(nameof(BusinessData.RepresentativePosition), FormPart.Representative);
        if (citizenship != Citizenship.Indonesian)
        {
            var need = citizenship == Citizenship.Foreign ? FieldNeed.Required : FieldNeed.Optional;
            yield return new RegistrationField(nameof(BusinessData.RepresentativePassportNumber), FormPart.Representative, need, FieldShape.Boxes, PassportBoxes);
            yield return new RegistrationField(nameof(BusinessData.RepresentativePassportCountry), FormPart.Representative, need, FieldShape.Text);
            yield return new RegistrationField(nameof(BusinessData.RepresentativePassportExpiry), FormPart.Representative, need, FieldShape.Date);
        }

        var nik = citizenship == Citizenship.Indonesian ? FieldNeed.Required : FieldNeed.Optional;
        yield return new RegistrationField(nameof(BusinessData.RepresentativeNik), FormPart.Representative, nik, FieldShape.Boxes, NikBoxes);
    }

    private static IEnumerable<RegistrationField> Contact() =>
    [
        Required(nameof(ApplicantData.Phone), FormPart.Contact, FieldShape.Boxes, PhoneBoxes),
        Required(nameof(ApplicantData.Email), FormPart.Contact),
    ];

    private static IEnumerable<RegistrationField> Domicile() => Address(nameof(PersonData.Domicile), FormPart.Domicile);

    private static IEnumerable<RegistrationField> Address(string path, FormPart part) =>
    [
        Required($"{path}.{nameof(AddressData.Street)}", part),
        Optional($"{path}.{nameof(AddressData.Rt)}", part, UnitBoxes),
        Optional($"{path}.{nameof(AddressData.Rw)}", part, UnitBoxes),
        Required($"{path}.{nameof(AddressData.VillageCode)}", part, FieldShape.Region),
        Required($"{path}.{nameof(AddressData.PostalCode)}", part, FieldShape.Boxes, PostalCodeBoxes),
    ];

    private static RegistrationField Required(string path, FormPart part, FieldShape shape = FieldShape.Text, int boxes = 0) =>
        new(path, part, FieldNeed.Required, shape, boxes);

    private static RegistrationField Optional(string path, FormPart part, int boxes) => new(path, part, FieldNeed.Optional, FieldShape.Boxes, boxes);
}
