using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Results;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>The form's rules for a person.</summary>
internal static class PersonRules
{
    private static readonly DateOnly EarliestBirth = new(1900, 1, 1);

    public static PersonData Read(PersonData person, FieldReader reader, DateOnly today)
    {
        CheckBirthDate(person.BirthDate, reader, today);
        reader.Choice(nameof(PersonData.Sex), person.Sex);
        reader.Choice(nameof(PersonData.Citizenship), (Citizenship?)person.Citizenship);
        var isForeign = person.Citizenship == Citizenship.Foreign;
        var nik = ReadNik(person, reader, today);
        var (passportNumber, passportCountry) = isForeign
            ? PassportRules.Read(string.Empty, person.PassportNumber, person.PassportCountry, person.PassportExpiry, reader, today)
            : (null, null);
        return RegistrationRules.ReadContact(person, reader) with
        {
            FullName = reader.Value(
                nameof(PersonData.FullName),
                isForeign ? PersonName.Read(person.FullName) : PersonName.ReadFromIdentityCard(person.FullName),
                person.FullName),
            BirthPlace = reader.Text(nameof(PersonData.BirthPlace), person.BirthPlace),
            Nik = nik,
            Npwp = ReadNpwp(person.Npwp, nik, reader),
            PassportNumber = passportNumber,
            PassportCountry = passportCountry,
            PassportExpiry = isForeign ? person.PassportExpiry : null,
            Domicile = person.Domicile is null ? null : RegistrationRules.ReadAddress(nameof(PersonData.Domicile), person.Domicile, reader),
        };
    }

    private static void CheckBirthDate(DateOnly? birthDate, FieldReader reader, DateOnly today)
    {
        const string field = nameof(PersonData.BirthDate);
        switch (birthDate)
        {
            case null:
                reader.Fail(field, InputProblem.Required);
                break;
            case { } date when date > today:
                reader.Fail(field, InputProblem.DateInFuture);
                break;
            case { } date when date < EarliestBirth:
                reader.Fail(field, InputProblem.DateNotPlausible);
                break;
            case { } date when date.AddYears(RegistrationRules.FullAge) > today:
                reader.Fail(field, InputProblem.UnderAge);
                break;
        }
    }

    // A resident foreigner may have a NIK, so it is read when it is there.
    private static string? ReadNik(PersonData person, FieldReader reader, DateOnly today)
    {
        const string field = nameof(PersonData.Nik);
        if (string.IsNullOrWhiteSpace(person.Nik))
        {
            if (person.Citizenship != Citizenship.Foreign)
            {
                reader.Fail(field, InputProblem.Required);
            }

            return null;
        }

        var reading = Nik.Read(person.Nik);
        reader.Take(field, reading.Findings);
        if (reading.IsValid)
        {
            reader.Take(field, reading.Value.CompareWith(person.BirthDate, person.Sex, today));
            reader.Take(field, reading.Value.CompareWith(person.Address.Place));
        }

        return reading.Value?.Value ?? person.Nik;
    }

    private static string? ReadNpwp(string? typed, string? nik, FieldReader reader)
    {
        var value = reader.OptionalValue(nameof(PersonData.Npwp), Npwp.Read, typed);
        if (Npwp.Read(value).Value is { } npwp && Nik.Read(nik).Value is { } known)
        {
            reader.Take(nameof(PersonData.Npwp), npwp.CompareWith(known));
        }

        return value;
    }
}
