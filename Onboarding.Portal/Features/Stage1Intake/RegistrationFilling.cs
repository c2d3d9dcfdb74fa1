using Onboarding.Core.Cases;

namespace Onboarding.Portal.Features.Stage1Intake;

/// <summary>Puts what the core keeps of a registration back into a form.</summary>
internal static class RegistrationFilling
{
    /// <summary>Fills the fields of a person or a business.</summary>
    public static void Fill(RegistrationInput input, ApplicantData data)
    {
        input[nameof(ApplicantData.Phone)] = data.Phone;
        input[nameof(ApplicantData.Email)] = data.Email;
        FillAddress(input, nameof(ApplicantData.Address), data.Address);
        switch (data)
        {
            case PersonData person:
                FillPerson(input, person);
                break;
            case BusinessData business:
                FillBusiness(input, business);
                break;
        }
    }

    private static void FillPerson(RegistrationInput input, PersonData person)
    {
        input[nameof(PersonData.FullName)] = person.FullName;
        input[nameof(PersonData.Citizenship)] = person.Citizenship.ToString();
        input[nameof(PersonData.Nik)] = person.Nik ?? string.Empty;
        input[nameof(PersonData.PassportNumber)] = person.PassportNumber ?? string.Empty;
        input[nameof(PersonData.PassportCountry)] = person.PassportCountry ?? string.Empty;
        input[nameof(PersonData.PassportExpiry)] = RegistrationInput.Text(person.PassportExpiry);
        input[nameof(PersonData.Npwp)] = person.Npwp ?? string.Empty;
        input[nameof(PersonData.BirthPlace)] = person.BirthPlace;
        input[nameof(PersonData.BirthDate)] = RegistrationInput.Text(person.BirthDate);
        input[nameof(PersonData.Sex)] = person.Sex?.ToString() ?? string.Empty;
        if (person.Domicile is { } domicile)
        {
            input[FieldPaths.OtherDomicile] = bool.TrueString;
            FillAddress(input, nameof(PersonData.Domicile), domicile);
        }
    }

    private static void FillBusiness(RegistrationInput input, BusinessData business)
    {
        input[nameof(BusinessData.LegalForm)] = business.LegalForm?.ToString() ?? string.Empty;
        input[nameof(BusinessData.BusinessName)] = business.BusinessName;
        input[nameof(BusinessData.Nib)] = business.Nib;
        input[nameof(BusinessData.Npwp)] = business.Npwp;
        input[nameof(BusinessData.Nitku)] = business.Nitku ?? string.Empty;
        input[nameof(BusinessData.DeedNumber)] = business.DeedNumber ?? string.Empty;
        input[nameof(BusinessData.DeedDate)] = RegistrationInput.Text(business.DeedDate);
        input[nameof(BusinessData.NotaryName)] = business.NotaryName ?? string.Empty;
        input[nameof(BusinessData.NotaryCity)] = business.NotaryCity ?? string.Empty;
        input[nameof(BusinessData.DecreeNumber)] = business.DecreeNumber ?? string.Empty;
        input[nameof(BusinessData.BeneficialOwner)] = business.BeneficialOwner ?? string.Empty;
        input[nameof(BusinessData.RepresentativeName)] = business.RepresentativeName;
        input[nameof(BusinessData.RepresentativePosition)] = business.RepresentativePosition;
        input[nameof(BusinessData.RepresentativeCitizenship)] = business.RepresentativeCitizenship.ToString();
        input[nameof(BusinessData.RepresentativeNik)] = business.RepresentativeNik;
        input[nameof(BusinessData.RepresentativePassportNumber)] = business.RepresentativePassportNumber ?? string.Empty;
        input[nameof(BusinessData.RepresentativePassportCountry)] = business.RepresentativePassportCountry ?? string.Empty;
        input[nameof(BusinessData.RepresentativePassportExpiry)] = RegistrationInput.Text(business.RepresentativePassportExpiry);
    }

    private static void FillAddress(RegistrationInput input, string path, AddressData address)
    {
        input[$"{path}.{nameof(AddressData.Street)}"] = address.Street;
        input[$"{path}.{nameof(AddressData.Rt)}"] = address.Rt ?? string.Empty;
        input[$"{path}.{nameof(AddressData.Rw)}"] = address.Rw ?? string.Empty;
        input[$"{path}.{nameof(AddressData.VillageCode)}"] = address.VillageCode;
        input[$"{path}.{nameof(AddressData.PostalCode)}"] = address.PostalCode;
    }
}
