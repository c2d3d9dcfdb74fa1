using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Results;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>What the rules say of a registration.</summary>
/// <param name="Data">The data with numbers, names and contacts in their stored form.</param>
/// <param name="Errors">What must be mended before it can be taken.</param>
/// <param name="Warnings">What the verifier has to look at.</param>
public sealed record RegistrationCheck(ApplicantData Data, IReadOnlyList<FieldError> Errors, IReadOnlyList<FieldWarning> Warnings);

/// <summary>
/// The rules of the Formulir Pendaftaran Pelanggan: one definition behind the public form, the staff form, the import
/// and the partner API ("telah terisi dengan lengkap sesuai formulir standar", SOP stage 1).
/// </summary>
public static class RegistrationRules
{
    /// <summary>Age from which a person registers alone; for younger people a guardian must act (UU PDP Pasal 25).</summary>
    public const int FullAge = 18;

    /// <summary>Checks and normalises.</summary>
    /// <param name="data">As typed.</param>
    /// <param name="today">The date in the office's zone.</param>
    public static RegistrationCheck Check(ApplicantData data, DateOnly today)
    {
        var reader = new FieldReader();
        ApplicantData normalised = data switch
        {
            PersonData person => PersonRules.Read(person, reader, today),
            BusinessData business => BusinessRules.Read(business, reader, today),
            _ => throw new ArgumentOutOfRangeException(nameof(data), data.Kind, "Neither a person nor a business."),
        };
        return new RegistrationCheck(normalised, reader.Errors, reader.Warnings);
    }

    /// <summary>Checks and normalises, with the fields that the product asks for as well.</summary>
    /// <param name="data">As typed.</param>
    /// <param name="today">The date in the office's zone.</param>
    /// <param name="requirements">What the product asks for.</param>
    public static RegistrationCheck Check(ApplicantData data, DateOnly today, IReadOnlyList<ProductRequirement> requirements)
    {
        var check = Check(data, today);
        var missing = requirements
            .Where(requirement => requirement.Kind == RequirementKind.Field && requirement.Concerns(data) && !ProductRequirements.IsFilled(data, requirement.Field!))
            .Select(requirement => new FieldError(requirement.Field!, InputProblem.Required));
        return check with { Errors = [.. check.Errors, .. missing] };
    }

    /// <summary>True when everything that the form requires is filled and well-formed.</summary>
    public static bool IsComplete(ApplicantData data, DateOnly today) => Check(data, today).Errors.Count == 0;

    /// <summary>Contact and address, which persons and businesses share.</summary>
    internal static T ReadContact<T>(T data, FieldReader reader)
        where T : ApplicantData => data with
        {
            Phone = reader.Value(nameof(ApplicantData.Phone), PhoneNumber.Read(data.Phone), data.Phone),
            Email = reader.Value(nameof(ApplicantData.Email), EmailAddress.Read(data.Email), data.Email),
            Address = ReadAddress(nameof(ApplicantData.Address), data.Address, reader),
        };

    /// <summary>An address; the postal code is compared with the province.</summary>
    internal static AddressData ReadAddress(string path, AddressData address, FieldReader reader)
    {
        var read = address with
        {
            Street = reader.Text($"{path}.{nameof(AddressData.Street)}", address.Street),
            Rt = ReadUnit($"{path}.{nameof(AddressData.Rt)}", address.Rt, reader),
            Rw = ReadUnit($"{path}.{nameof(AddressData.Rw)}", address.Rw, reader),
            VillageCode = reader.Value($"{path}.{nameof(AddressData.VillageCode)}", VillageCode.Read(address.VillageCode), address.VillageCode),
            PostalCode = reader.Value($"{path}.{nameof(AddressData.PostalCode)}", PostalCode.Read(address.PostalCode), address.PostalCode),
        };
        if (read.Province is { } province && PostalCode.Read(read.PostalCode).Value is { } postalCode)
        {
            reader.Take($"{path}.{nameof(AddressData.PostalCode)}", postalCode.CompareWith(province));
        }

        return read;
    }

    // RT and RW are asked for in two boxes, so each is read as a unit with an empty other half. 000 says that there is none.
    private static string? ReadUnit(string field, string? text, FieldReader reader)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Trim() == "-")
        {
            return null;
        }

        var unit = NeighbourhoodUnit.Read(text, "000");
        reader.Take(field, unit.Findings);
        return unit.Value is not { } read ? text : read.IsAbsent ? null : read.Rt;
    }
}
