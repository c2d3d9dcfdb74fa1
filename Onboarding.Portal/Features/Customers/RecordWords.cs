using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features.Customers;

/// <summary>The words for what a customer record holds.</summary>
public static class RecordWords
{
    /// <summary>The name of a field: <c>Parties.0.Name</c> is "Pihak terkait 1: Nama".</summary>
    public static string Field(string path)
    {
        string[] parts = path.Split('.');
        return parts switch
        {
            [nameof(CustomerRecord.Phones), var place, ..] => CustomerText.FurtherPhone.With(Place(place)),
            [nameof(CustomerRecord.Emails), var place, ..] => CustomerText.FurtherEmail.With(Place(place)),
            [nameof(CustomerRecord.Addresses), var place, var field] => $"{CustomerText.FurtherAddress.With(Place(place))}: {DomainTexts.Field(field)}",
            [nameof(CustomerRecord.Parties), var place, var field] => $"{CustomerText.Party.With(Place(place))}: {DomainTexts.Field(field)}",
            [nameof(CustomerRecord.Phones)] => CustomerText.FurtherPhones,
            [nameof(CustomerRecord.Emails)] => CustomerText.FurtherEmails,
            [nameof(CustomerRecord.Addresses)] => CustomerText.FurtherAddresses,
            [nameof(CustomerRecord.Parties)] => CustomerText.PartiesTitle,
            [nameof(PersonData.Domicile)] => CustomerText.Domicile,
            _ => DomainTexts.Field(path),
        };
    }

    /// <summary>
    /// A value as it is read: the word for a choice, a day as it is written here, a long number in groups as on the card, a telephone number
    /// with its form in the country.
    /// </summary>
    public static string Value(string path, string text) => path[(path.LastIndexOf('.') + 1)..] switch
    {
        nameof(PersonData.Citizenship) or nameof(BusinessData.RepresentativeCitizenship) => Choice<Citizenship>(text),
        nameof(PersonData.Sex) => Choice<Sex>(text),
        nameof(BusinessData.LegalForm) => Choice<LegalForm>(text),
        nameof(CustomerParty.Role) => Choice<PartyRole>(text),
        nameof(CustomerAddress.Use) => Choice<AddressUse>(text),
        nameof(PersonData.BirthDate) or nameof(PersonData.PassportExpiry) or nameof(BusinessData.DeedDate) => Day(text),
        nameof(PersonData.PassportCountry) => text.Length == 0 ? text : Countries.Name(text),
        nameof(PersonData.Nik) or nameof(PersonData.Npwp) or nameof(BusinessData.RepresentativeNik) => Grouped(text),
        nameof(ApplicantData.Phone) => Phone(text),
        _ => text,
    };

    /// <summary>A telephone number as it is kept, with its form in the country where that is another one.</summary>
    public static string Phone(string number) =>
        number.Length > 0 && PhoneNumber.FromStored(number).ToNationalForm() is var national && national != number ? $"{number} ({national})" : number;

    /// <summary>The tone of a status.</summary>
    public static Tone ToneOf(CustomerStatus status) => status switch
    {
        CustomerStatus.Active => Tone.Success,
        CustomerStatus.Pending => Tone.Info,
        CustomerStatus.Closed or CustomerStatus.Merged => Tone.Neutral,
    };

    /// <summary>The picture of an interaction.</summary>
    public static IconName IconOf(InteractionKind kind) => kind switch
    {
        InteractionKind.Note => IconName.Description,
        InteractionKind.Call => IconName.Call,
        InteractionKind.Email => IconName.Mail,
        InteractionKind.Visit => IconName.Home,
        InteractionKind.Chat => IconName.Chat,
    };

    private static string Choice<TEnum>(string text)
        where TEnum : struct, Enum => Enum.TryParse(text, out TEnum value) ? DomainTexts.Of(value) : text;

    private static string Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? DataSheet.Date(day)! : text;

    // A number that is covered stays as it is.
    private static string Grouped(string number) => number.All(char.IsAsciiDigit) ? DataSheet.Spaced(number, 4)! : number;

    private static int Place(string index) => int.Parse(index, CultureInfo.InvariantCulture) + 1;
}
