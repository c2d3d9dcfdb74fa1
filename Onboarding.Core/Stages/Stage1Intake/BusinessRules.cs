using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Results;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>The form's rules for a business.</summary>
internal static class BusinessRules
{
    private const string Representative = nameof(Representative);

    public static BusinessData Read(BusinessData business, FieldReader reader, DateOnly today)
    {
        reader.Choice(nameof(BusinessData.LegalForm), business.LegalForm);
        reader.Choice(nameof(BusinessData.RepresentativeCitizenship), (Citizenship?)business.RepresentativeCitizenship);
        var isForeign = business.RepresentativeCitizenship == Citizenship.Foreign;
        var (passportNumber, passportCountry) = isForeign
            ? PassportRules.Read(
                Representative, business.RepresentativePassportNumber, business.RepresentativePassportCountry, business.RepresentativePassportExpiry, reader, today)
            : (null, null);
        var read = RegistrationRules.ReadContact(business, reader) with
        {
            BusinessName = reader.Value(nameof(BusinessData.BusinessName), BusinessName.Read(business.BusinessName), business.BusinessName),
            Nib = reader.Value(nameof(BusinessData.Nib), Nib.Read(business.Nib), business.Nib),
            Npwp = reader.Value(nameof(BusinessData.Npwp), Npwp.Read(business.Npwp), business.Npwp),
            Nitku = reader.OptionalValue(nameof(BusinessData.Nitku), Nitku.Read, business.Nitku),
            RepresentativeName = reader.Value(nameof(BusinessData.RepresentativeName), PersonName.Read(business.RepresentativeName), business.RepresentativeName),
            RepresentativePosition = reader.Text(nameof(BusinessData.RepresentativePosition), business.RepresentativePosition),
            RepresentativeNik = isForeign && string.IsNullOrWhiteSpace(business.RepresentativeNik) ? string.Empty : ReadNik(business, reader, today),
            RepresentativePassportNumber = passportNumber,
            RepresentativePassportCountry = passportCountry,
            RepresentativePassportExpiry = isForeign ? business.RepresentativePassportExpiry : null,
        };
        Compare(read, reader);
        return business.LegalForm == LegalForm.UD ? WithoutLegalEntity(read, reader) : LegalEntity(read, reader, today);
    }

    private static void Compare(BusinessData business, FieldReader reader)
    {
        if (business.LegalForm is { } form && BusinessName.Read(business.BusinessName).Value is { } name)
        {
            reader.Take(nameof(BusinessData.LegalForm), name.CompareWith(form));
        }

        if (Npwp.Read(business.Npwp).Value is { } npwp && Nitku.Read(business.Nitku).Value is { } nitku)
        {
            reader.Take(nameof(BusinessData.Nitku), nitku.CompareWith(npwp));
        }
    }

    // Neither birth date nor address of the representative is asked for, so only the age in the number can be looked at.
    private static string ReadNik(BusinessData business, FieldReader reader, DateOnly today)
    {
        const string field = nameof(BusinessData.RepresentativeNik);
        var nik = reader.Value(field, Nik.Read(business.RepresentativeNik), business.RepresentativeNik);
        if (Nik.Read(nik).Value is { } read)
        {
            reader.Take(field, read.CheckAge(today));
        }

        return nik;
    }

    // A sole trader has neither deed nor decree, is the beneficial owner, and pays tax under the owner's own number.
    private static BusinessData WithoutLegalEntity(BusinessData business, FieldReader reader)
    {
        if (Npwp.Read(business.Npwp).Value is { } npwp && Nik.Read(business.RepresentativeNik).Value is { } owner)
        {
            reader.Take(nameof(BusinessData.Npwp), npwp.CompareWith(owner));
        }

        return business with
        {
            DeedNumber = null,
            DeedDate = null,
            NotaryName = null,
            NotaryCity = null,
            DecreeNumber = null,
            BeneficialOwner = null,
        };
    }

    private static BusinessData LegalEntity(BusinessData business, FieldReader reader, DateOnly today)
    {
        if (Npwp.Read(business.Npwp).Value is { } npwp)
        {
            reader.Take(nameof(BusinessData.Npwp), npwp.CheckIsOfEntity());
        }

        if (business.DeedDate is null)
        {
            reader.Fail(nameof(BusinessData.DeedDate), InputProblem.Required);
        }
        else if (business.DeedDate > today)
        {
            reader.Fail(nameof(BusinessData.DeedDate), InputProblem.DateInFuture);
        }

        var deedNumber = reader.Text(nameof(BusinessData.DeedNumber), business.DeedNumber);
        if (deedNumber.Length > 0)
        {
            reader.Take(nameof(BusinessData.DeedNumber), DeedNumber.Check(deedNumber));
        }

        return business with
        {
            DeedNumber = deedNumber,
            NotaryName = reader.Text(nameof(BusinessData.NotaryName), business.NotaryName),
            NotaryCity = reader.Text(nameof(BusinessData.NotaryCity), business.NotaryCity),
            DecreeNumber = reader.Value(nameof(BusinessData.DecreeNumber), AhuDecreeNumber.Read(business.DecreeNumber), business.DecreeNumber),
            BeneficialOwner = reader.Text(nameof(BusinessData.BeneficialOwner), business.BeneficialOwner),
        };
    }
}
