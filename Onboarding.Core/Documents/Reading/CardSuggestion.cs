namespace Onboarding.Core.Documents.Reading;

/// <summary>
/// What is read from a KTP-el: only what the form asks for. Agama and Gol. Darah are passed over on purpose (UU PDP Pasal 4:
/// data of the specific kind that nobody needs here).
/// </summary>
public enum CardField
{
    /// <summary>NIK.</summary>
    Nik = 1,

    /// <summary>Nama.</summary>
    FullName,

    /// <summary>The place of "Tempat/Tgl Lahir".</summary>
    BirthPlace,

    /// <summary>The date of "Tempat/Tgl Lahir", as yyyy-MM-dd.</summary>
    BirthDate,

    /// <summary>Jenis Kelamin, as the name of the value.</summary>
    Sex,

    /// <summary>Alamat, without RT/RW.</summary>
    Street,

    /// <summary>RT, three digits.</summary>
    Rt,

    /// <summary>RW, three digits.</summary>
    Rw,

    /// <summary>Kel/Desa and Kecamatan together, as the official code of the village; only where there is one such pair.</summary>
    Village,
}

/// <summary>Why a value that was read deserves a closer look.</summary>
public enum CardDoubt
{
    /// <summary>Letters stood where digits belong and were replaced: O for 0, I for 1, B for 8, S for 5.</summary>
    Repaired = 1,

    /// <summary>The birth date or the sex in the NIK is another than the one on the card, so one of them was misread.</summary>
    DiffersFromNik,

    /// <summary>It has signs that such a value hardly ever has.</summary>
    UnusualSigns,
}

/// <summary>One value that was read. It is a proposal: only a person makes it data.</summary>
/// <param name="Field">What it is.</param>
/// <param name="Value">The value as the form takes it.</param>
/// <param name="Confidence">How sure the reader is, 0 to 1.</param>
/// <param name="Doubts">Why to look closer; mostly nothing.</param>
public sealed record CardSuggestion(CardField Field, string Value, double Confidence, IReadOnlyList<CardDoubt> Doubts)
{
    /// <summary>Names the field alone; the value is an applicant's.</summary>
    public override string ToString() => Field.ToString();
}

/// <summary>What was read from a card.</summary>
/// <param name="Suggestions">The values, in the order of the card.</param>
public sealed record CardReading(IReadOnlyList<CardSuggestion> Suggestions);

/// <summary>How far the reading of a card is.</summary>
public enum CardReadingStep
{
    /// <summary>The document is opened.</summary>
    Opening = 1,

    /// <summary>The picture is made ready: grey, larger, with more contrast.</summary>
    Preparing,

    /// <summary>Its text is read.</summary>
    Reading,
}
