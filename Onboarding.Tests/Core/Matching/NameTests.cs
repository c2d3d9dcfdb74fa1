using Onboarding.Core.Matching;

namespace Onboarding.Tests.Core.Matching;

public sealed class NameTests
{
    [Theory]
    [InlineData("Dr. H. Budi Hartono, S.E., M.M.", "BUDI HARTONO")]
    [InlineData("Moh.Rizki", "MUHAMMAD RIZKI")]
    [InlineData("Rudi Hermawan SE", "RUDI HERMAWAN")]
    [InlineData("St. Aminah", "SITI AMINAH")]
    [InlineData("Abdurrahman", "ABDUL RAHMAN")]
    [InlineData("Abd. Rohman", "ABDUL RAHMAN")]
    [InlineData("Abdullah", "ABDULLAH")]
    [InlineData("I Putu Gde Arya", "PUTU GEDE ARYA")]
    [InlineData("Nurjanah binti Karim", "NURJANAH KARIM")]
    [InlineData("Siti Nur'aini", "SITI NURAINI")]
    [InlineData("Raden Mas Suryo", "MAS SURYO")]
    [InlineData("H.", "H")]
    [InlineData("Widjaja", "WIJAYA")]
    [InlineData("Soerjadi Tjokro", "SURYADI COKRO")]
    [InlineData("Joko", "JOKO")]
    [InlineData("李明", "")]
    public void A_person_s_name_is_compared_in_one_spelling_without_titles(string typed, string words) =>
        string.Join(' ', MatchName.OfPerson(typed).Words.Select(word => word.Text)).ShouldBe(words);

    [Theory]
    [InlineData("PT. Maju Djaja & Sentosa Tbk", "MAJU JAYA SENTOSA")]
    [InlineData("Maju Jaya dan Sentosa, PT (Persero)", "MAJU JAYA SENTOSA")]
    [InlineData("Koperasi", "KOPERASI")]
    public void A_business_s_name_is_compared_without_its_legal_form(string typed, string words) =>
        string.Join(' ', MatchName.OfBusiness(typed).Words.Select(word => word.Text).Order(StringComparer.Ordinal))
            .ShouldBe(string.Join(' ', words.Split(' ').Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("SANTOSO", "SANTOSA")]
    [InlineData("TAUFIK", "TOPIK")]
    [InlineData("ACHMAD", "AHMAT")]
    [InlineData("CHAIRUL", "HOIRUL")]
    [InlineData("CHANDRA", "CANDRA")]
    [InlineData("CHRISTIAN", "KRISTIYAN")]
    [InlineData("FITRI", "PITRI")]
    [InlineData("RIZKI", "RISKY")]
    [InlineData("SYARIFUDIN", "SARIPUDDIN")]
    [InlineData("RIYADI", "RIADI")]
    [InlineData("SULISTIYOWATI", "SULISTYOWATI")]
    [InlineData("SURJADI", "SURYADI")]
    [InlineData("INDAH", "INDA")]
    [InlineData("FATHUR", "FATUR")]
    public void Words_that_one_ear_takes_for_another_have_one_key(string one, string other) => SoundKey.Of(one).ShouldBe(SoundKey.Of(other));

    [Theory]
    [InlineData("BUDI", "BAGUS")]
    [InlineData("SITI", "SUTO")]
    [InlineData("HARTONO", "HARYONO")]
    [InlineData("ANI", "INA")]
    [InlineData("BAMBANG", "BAMBAN")]
    public void Other_words_have_other_keys(string one, string other) => SoundKey.Of(one).ShouldNotBe(SoundKey.Of(other));
}
