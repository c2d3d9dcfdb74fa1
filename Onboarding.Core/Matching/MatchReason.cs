namespace Onboarding.Core.Matching;

/// <summary>Why two registrations may be of one person or business. Stored as text; the order is that of the weight.</summary>
public enum MatchReason
{
    /// <summary>The same NIK.</summary>
    SameNik = 1,

    /// <summary>The same passport: number and country.</summary>
    SamePassport,

    /// <summary>The same NIB.</summary>
    SameNib,

    /// <summary>The same NPWP; with 15 digits or, with a zero before them, 16.</summary>
    SameNpwp,

    /// <summary>The same decree of the Ministry of Law (SK AHU).</summary>
    SameDecree,

    /// <summary>The same NIK of a representative, or the person is the representative of the business.</summary>
    SameRepresentative,

    /// <summary>The same deed: number and date.</summary>
    SameDeed,

    /// <summary>The NIK differ in one or two digits, or two neighbours are swapped.</summary>
    NikAlmostSame,

    /// <summary>The same name, apart from titles and order.</summary>
    SameName,

    /// <summary>The name sounds the same: another spelling, an abbreviation, an initial.</summary>
    NameSoundsAlike,

    /// <summary>The names share much.</summary>
    NameSimilar,

    /// <summary>The same birth date.</summary>
    SameBirthDate,

    /// <summary>Day and month of the birth date are swapped.</summary>
    BirthDateSwapped,

    /// <summary>Day, month or year of the birth date differs, the rest is the same.</summary>
    BirthDateAlmostSame,

    /// <summary>The same telephone number.</summary>
    SamePhone,

    /// <summary>The telephone numbers differ in one digit, or two neighbours are swapped.</summary>
    PhoneAlmostSame,

    /// <summary>The same e-mail address.</summary>
    SameEmail,

    /// <summary>The same e-mail name with another provider, or one letter differs.</summary>
    EmailAlmostSame,

    /// <summary>The same address.</summary>
    SameAddress,

    /// <summary>The addresses are close: the same neighbourhood and a similar street.</summary>
    AddressClose,
}
