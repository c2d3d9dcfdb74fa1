using System.Globalization;
using System.Text;
using Onboarding.Core.Cases;

namespace Onboarding.Tests.Support;

/// <summary>Files of registrations, made of the synthetic applicants.</summary>
public static class ImportFiles
{
    /// <summary>The columns of a file of persons.</summary>
    public const string PersonHeading =
        "nama_lengkap;nik;tempat_lahir;tanggal_lahir;jenis_kelamin;telepon;email;alamat;rt;rw;kode_wilayah;kode_pos;tanggal_persetujuan;versi_kebijakan";

    /// <summary>A row of a person that passes every rule.</summary>
    /// <param name="serial">Which person.</param>
    public static string Row(int serial)
    {
        var person = Registrations.Person(serial);
        return string.Join(
            ';', person.FullName, person.Nik, person.BirthPlace, Date(person.BirthDate!.Value), "L",
            person.Phone.Replace("+62", "0", StringComparison.Ordinal), person.Email, person.Address.Street, person.Address.Rt, person.Address.Rw,
            person.Address.VillageCode, person.Address.PostalCode, "20/11/2026", "2026-01");
    }

    /// <summary>The columns of a file of businesses and persons.</summary>
    public const string MixedHeading =
        "jenis_pelanggan;nama_lengkap;nik;tempat_lahir;tanggal_lahir;jenis_kelamin;bentuk_badan_usaha;nama_badan_usaha;nib;npwp;nomor_akta;tanggal_akta;nama_notaris;kota_notaris;nomor_sk;"
        + "pemilik_manfaat;nama_wakil;jabatan_wakil;nik_wakil;telepon;email;alamat;kode_wilayah;kode_pos;tanggal_persetujuan;versi_kebijakan";

    /// <summary>A row of a business, under <see cref="MixedHeading"/>.</summary>
    /// <param name="serial">Which business.</param>
    public static string BusinessRow(int serial)
    {
        var data = Registrations.Business(serial);
        return string.Join(
            ';', "badan usaha", "", "", "", "", "", data.LegalForm, data.BusinessName, data.Nib, data.Npwp, data.DeedNumber, Date(data.DeedDate!.Value), data.NotaryName, data.NotaryCity,
            data.DecreeNumber, data.BeneficialOwner, data.RepresentativeName, data.RepresentativePosition, data.RepresentativeNik, data.Phone, data.Email, data.Address.Street, data.Address.VillageCode,
            data.Address.PostalCode, "20/11/2026", "2026-01");
    }

    /// <summary>A row of a person, under <see cref="MixedHeading"/>.</summary>
    /// <param name="serial">Which person.</param>
    public static string MixedPersonRow(int serial)
    {
        var data = Registrations.Person(serial);
        return string.Join(
            ';', "Perorangan", data.FullName, data.Nik, data.BirthPlace, Date(data.BirthDate!.Value), "laki-laki", "", "", "", "", "", "", "", "", "", "", "", "", "",
            data.Phone, data.Email, data.Address.Street, data.Address.VillageCode, data.Address.PostalCode, "20/11/2026", "2026-01");
    }

    /// <summary>A file of persons.</summary>
    /// <param name="serials">Which persons.</param>
    public static MemoryStream Persons(params IEnumerable<int> serials) => Lines([PersonHeading, .. serials.Select(Row)]);

    /// <summary>A file of these lines, as a spreadsheet program writes it.</summary>
    public static MemoryStream Lines(params IEnumerable<string> lines) =>
        new([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n")]);

    /// <summary>What is said of a file.</summary>
    /// <param name="name">Its name.</param>
    public static Onboarding.Core.Imports.ImportDeclaration Declared(string name = "pelanggan.csv") =>
        new(name, "INTERNET-RUMAH", Channel.Offline, null, "Map 12, lemari arsip loket");

    private static string Date(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
