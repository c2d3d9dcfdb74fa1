using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Portal.Features.Regions;

namespace Onboarding.Portal.Features.Stage1Intake.Sections;

/// <summary>The values of a form as they are read once more before it is sent in: as they will be kept, and written as Indonesians write them.</summary>
internal static class ReviewValues
{
    private const string Country = "+62";
    private const int Group = 4;
    private const int FirstOfMobile = 3;

    /// <summary>A field's value; empty where nothing was given.</summary>
    /// <param name="form">The form.</param>
    /// <param name="path">Path of the field.</param>
    public static string Of(RegistrationForm form, string path)
    {
        RegistrationInput kept = RegistrationInput.From(form.Normal, form.Input.ProductCode, form.Input.SubmissionKey);
        string text = kept[path];
        return FieldPaths.Leaf(path) switch
        {
            FieldPaths.Product => form.Input.Product?.Name ?? "",
            FieldPaths.Kind => DomainTexts.Of(form.Input.Kind),
            FieldPaths.Citizenship => DomainTexts.Of(form.Input.Citizenship),
            FieldPaths.RepresentativeCitizenship => DomainTexts.Of(form.Input.RepresentativeCitizenship),
            FieldPaths.LegalForm => DomainTexts.Of(form.Input.LegalForm),
            nameof(PersonData.Sex) => DomainTexts.Of(form.Input.Choice<Sex>(path)),
            nameof(PersonData.PassportCountry) or nameof(BusinessData.RepresentativePassportCountry) => Countries.Name(text),
            nameof(AddressData.VillageCode) => RegionTexts.Line(text),
            _ when FieldPaths.IsDate(path) => Date(text),
            nameof(PersonData.Nik) or nameof(BusinessData.RepresentativeNik) or nameof(PersonData.Npwp) or nameof(BusinessData.Nitku) => Spaced(text, Group),
            nameof(ApplicantData.Phone) => Phone(text),
            _ => text,
        };
    }

    private static string Date(string iso) =>
        DateOnly.TryParse(iso, CultureInfo.InvariantCulture, out DateOnly date) ? date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : iso;

    // Long numbers are compared with a card in groups, as they are printed there.
    private static string Spaced(string digits, int first) => digits.Length > first && digits.All(char.IsAsciiDigit)
        ? string.Join(' ', [digits[..first], .. digits[first..].Chunk(Group).Select(chunk => new string(chunk))])
        : digits;

    private static string Phone(string number) =>
        number.StartsWith(Country, StringComparison.Ordinal) ? $"{Country} {Spaced(number[Country.Length..], FirstOfMobile)}" : number;
}
