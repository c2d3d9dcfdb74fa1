using Onboarding.Core.Documents.Reading;

namespace Onboarding.Tests.Core.Documents.Reading;

/// <summary>The fields of a KTP-el in the text of its photo, clean and as a telephone in a kitchen sees it.</summary>
public sealed class IdentityCardParserTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly string[] Clean =
    [
        "PROVINSI DKI JAKARTA",
        "JAKARTA PUSAT",
        "NIK : 3171031708909901",
        "Nama : BUDI CONTOH SANTOSO",
        "Tempat/Tgl Lahir : BANDUNG, 17-08-1990",
        "Jenis Kelamin : LAKI-LAKI Gol. Darah : O",
        "Alamat : JL. CONTOH RAYA NO. 12",
        "RT/RW : 003/012",
        "Kel/Desa : KEMAYORAN",
        "Kecamatan : KEMAYORAN",
        "Agama : ISLAM",
        "Status Perkawinan : KAWIN JAKARTA PUSAT",
        "Pekerjaan : KARYAWAN SWASTA 17-08-2012",
        "Kewarganegaraan : WNI",
        "Berlaku Hingga : SEUMUR HIDUP",
    ];

    [Fact]
    public void A_clean_card_is_read_in_full_and_with_confidence()
    {
        var read = Parse(Clean);

        Values(read).ShouldBe(new Dictionary<CardField, string>
        {
            [CardField.Nik] = "3171031708909901",
            [CardField.FullName] = "BUDI CONTOH SANTOSO",
            [CardField.BirthPlace] = "BANDUNG",
            [CardField.BirthDate] = "1990-08-17",
            [CardField.Sex] = "Male",
            [CardField.Street] = "JL. CONTOH RAYA NO. 12",
            [CardField.Rt] = "003",
            [CardField.Rw] = "012",
            [CardField.Village] = "31.71.03.1001",
        });
        read.ShouldAllBe(suggestion => suggestion.Doubts.Count == 0 && suggestion.Confidence >= 0.9);
        Find(read, CardField.Nik)!.Confidence.ShouldBeGreaterThan(0.9, "the date and the sex on the card agree with it");
    }

    [Theory]
    [InlineData("NlK : 3171031708909901", "3171031708909901")]
    [InlineData("N1K 3171031708909901", "3171031708909901")]
    [InlineData("NIK:3171031708909901", "3171031708909901")]
    [InlineData("NIK : 3171 0317 0890 9901", "3171031708909901")]
    [InlineData("3171031708909901", "3171031708909901")]
    [InlineData("NIK : 317103170890990", null)]
    [InlineData("NIK : 31710317089099011", null)]
    [InlineData("NIK : 3171033208909901", null)]
    [InlineData("NIK : 317103170890X901", null)]
    public void A_number_is_read_whole_or_not_at_all(string line, string? nik) =>
        ValueOf(Parse(line), CardField.Nik).ShouldBe(nik);

    [Theory]
    [InlineData("NIK : 3I7l03l7O89O99O1")]
    [InlineData("NIK : 317|O317O8909901")]
    [InlineData("NIK : 3171O317089099Ol")]
    public void Letters_in_a_number_are_repaired_and_said(string line)
    {
        var nik = Find(Parse(line), CardField.Nik).ShouldNotBeNull();

        nik.Value.ShouldBe("3171031708909901");
        nik.Doubts.ShouldBe([CardDoubt.Repaired]);
        nik.Confidence.ShouldBeLessThan(0.9);
    }

    [Theory]
    [InlineData("Tempat/Tgl Lahir : BANDUNG, 17-08-1990", "BANDUNG", "1990-08-17", false)]
    [InlineData("Tempat/Tgl Lahir : BANDUNG, 17-O8-199O", "BANDUNG", "1990-08-17", true)]
    [InlineData("Tempat/Tgi Lahlr : BANDUNG 17-08-1990", "BANDUNG", "1990-08-17", false)]
    [InlineData("TempatTgl Lahir: KOTA BARU, 01 - 12 - 1985", "KOTA BARU", "1985-12-01", false)]
    [InlineData("Tempat/Tgl Lahir : SOLO, I7-0B-1990", "SOLO", "1990-08-17", true)]
    [InlineData("Tempat/Tgl Lahir : BANDUNG, 31-02-1990", "BANDUNG", null, false)]
    [InlineData("Tempat/Tgl Lahir : BANDUNG, 17-08-2090", "BANDUNG", null, false)]
    [InlineData("Tempat/Tgl Lahir : BANDUNG", null, null, false)]
    public void Place_and_date_of_birth_are_told_apart(string line, string? place, string? date, bool isRepaired)
    {
        var read = Parse(line);

        ValueOf(read, CardField.BirthPlace).ShouldBe(place);
        ValueOf(read, CardField.BirthDate).ShouldBe(date);
        (Find(read, CardField.BirthDate)?.Doubts.Contains(CardDoubt.Repaired) ?? false).ShouldBe(isRepaired);
    }

    [Theory]
    [InlineData("Jenis Kelamin : LAKI-LAKI Gol. Darah : O", "Male")]
    [InlineData("Jenis Kelamin : PEREMPUAN Gol Darah :-", "Female")]
    [InlineData("Jenis kelamin LAK1-LAKI", "Male")]
    [InlineData("Jenls Kelamln : PEREMPVAN", "Female")]
    [InlineData("Jenis Kelamin : XYZ", null)]
    public void The_sex_is_one_of_two_words_or_left_out(string line, string? sex) => ValueOf(Parse(line), CardField.Sex).ShouldBe(sex);

    [Theory]
    [InlineData("RT/RW : 003/012", "003", "012")]
    [InlineData("RT/RW : OO3/O12", "003", "012")]
    [InlineData("RTRW 003/012", "003", "012")]
    [InlineData("RT/RW : 000/000", null, null)]
    [InlineData("RT/RW : -", null, null)]
    public void RT_and_RW_are_read_together(string line, string? rt, string? rw)
    {
        ValueOf(Parse(line), CardField.Rt).ShouldBe(rt);
        ValueOf(Parse(line), CardField.Rw).ShouldBe(rw);
    }

    [Fact]
    public void An_address_may_go_on_in_the_next_line() =>
        Find(Parse("Alamat : PERUM CONTOH INDAH", "BLOK A NO. 3", "RT/RW : 003/012"), CardField.Street)!.Value.ShouldBe("PERUM CONTOH INDAH BLOK A NO. 3");

    [Theory]
    [InlineData("Tempat/Tgl Lahir : BANDUNG, 18-08-1990", "Jenis Kelamin : LAKI-LAKI", CardField.BirthDate)]
    [InlineData("Tempat/Tgl Lahir : BANDUNG, 17-08-1990", "Jenis Kelamin : PEREMPUAN", CardField.Sex)]
    public void What_differs_from_the_number_is_doubtful_on_both_sides(string birth, string sex, CardField differing)
    {
        var read = Parse("NIK : 3171031708909901", birth, sex);

        foreach (var field in new[] { CardField.Nik, differing })
        {
            Find(read, field)!.Doubts.ShouldContain(CardDoubt.DiffersFromNik);
            Find(read, field)!.Confidence.ShouldBeLessThan(0.5);
        }
    }

    [Fact]
    public void A_name_with_digits_is_doubtful_and_never_repaired()
    {
        var name = Find(Parse("Nama : BUD1 CONTOH"), CardField.FullName).ShouldNotBeNull();

        name.Value.ShouldBe("BUD1 CONTOH");
        name.Doubts.ShouldBe([CardDoubt.UnusualSigns]);
    }

    [Fact]
    public void Religion_and_blood_group_are_never_read() =>
        Parse("Agama : ISLAM", "Gol. Darah : AB", "Status Perkawinan : KAWIN", "Pekerjaan : PETANI").ShouldBeEmpty();

    [Fact]
    public void Text_that_is_no_card_gives_nothing() =>
        Parse("INVOICE 2026", "Total Rp 1.250.000", "Terima kasih atas pembayaran Anda").ShouldBeEmpty();

    [Fact]
    public void The_weakest_word_gives_the_confidence()
    {
        var lines = CardLine.Read("5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t96\tNama\n5\t1\t1\t1\t1\t2\t0\t0\t9\t9\t95\t:\n5\t1\t1\t1\t1\t3\t0\t0\t9\t9\t91\tBUDI\n5\t1\t1\t1\t1\t4\t0\t0\t9\t9\t42\tCONTOH\n5\t1\t1\t1\t2\t1\t0\t0\t9\t9\t2\tbayangan\n");

        lines.Count.ShouldBe(1, "what the reader does not believe itself is no line");
        IdentityCardParser.Parse(lines, Today).Single().Confidence.ShouldBe(0.42);
    }

    private static IReadOnlyList<CardSuggestion> Parse(params string[] lines) => IdentityCardParser.Parse([.. lines.Select(line => CardLine.Of(line))], Today);

    private static Dictionary<CardField, string> Values(IReadOnlyList<CardSuggestion> read) => read.ToDictionary(suggestion => suggestion.Field, suggestion => suggestion.Value);

    private static string? ValueOf(IReadOnlyList<CardSuggestion> read, CardField field) => Find(read, field)?.Value;

    private static CardSuggestion? Find(IReadOnlyList<CardSuggestion> read, CardField field) => read.SingleOrDefault(suggestion => suggestion.Field == field);
}
