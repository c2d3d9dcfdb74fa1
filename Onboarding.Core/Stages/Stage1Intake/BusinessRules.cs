using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Results;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>The form's rules for a business.</summary>
internal static class BusinessRules
{
    public static BusinessData Read(BusinessData business, FieldReader reader, DateOnly today)
    {
        reader.Choice(nameof(BusinessData.LegalForm), business.LegalForm);
        var read = RegistrationRules.ReadContact(business, reader) with
        {
            BusinessName = reader.Value(nameof(BusinessData.BusinessName), BusinessName.Read(business.BusinessName), business.BusinessName),
            Nib = reader.Value(nameof(BusinessData.Nib), Nib.Read(business.Nib), business.Nib),
            Npwp = reader.Value(nameof(BusinessData.Npwp), Npwp.Read(business.Npwp), business.Npwp),
            Nitku = reader.OptionalValue(nameof(BusinessData.Nitku), Nitku.Read, business.Nitku),
            RepresentativeName = reader.Value(nameof(BusinessData.RepresentativeName), PersonName.Read(business.RepresentativeName), business.RepresentativeName),
            RepresentativePosition = reader.Text(nameof(BusinessData.RepresentativePosition), business.RepresentativePosition),
            RepresentativeNik = reader.Value(nameof(BusinessData.RepresentativeNik), Nik.Read(business.RepresentativeNik), business.RepresentativeNik),
        };
        return business.LegalForm == LegalForm.UD ? WithoutLegalEntity(read) : LegalEntity(read, reader, today);
    }

    // A sole trader has neither deed nor decree, and is the beneficial owner.
    private static BusinessData WithoutLegalEntity(BusinessData business) => business with
    {
        DeedNumber = null,
        DeedDate = null,
        NotaryName = null,
        DecreeNumber = null,
        BeneficialOwner = null,
    };

    private static BusinessData LegalEntity(BusinessData business, FieldReader reader, DateOnly today)
    {
        if (business.DeedDate is null)
        {
            reader.Fail(nameof(BusinessData.DeedDate), InputProblem.Required);
        }
        else if (business.DeedDate > today)
        {
            reader.Fail(nameof(BusinessData.DeedDate), InputProblem.DateInFuture);
        }

        return business with
        {
            DeedNumber = reader.Text(nameof(BusinessData.DeedNumber), business.DeedNumber),
            NotaryName = reader.Text(nameof(BusinessData.NotaryName), business.NotaryName),
            DecreeNumber = reader.Value(nameof(BusinessData.DecreeNumber), AhuDecreeNumber.Read(business.DecreeNumber), business.DecreeNumber),
            BeneficialOwner = reader.Text(nameof(BusinessData.BeneficialOwner), business.BeneficialOwner),
        };
    }
}
