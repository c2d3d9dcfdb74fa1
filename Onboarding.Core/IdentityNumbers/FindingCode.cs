namespace Onboarding.Core.IdentityNumbers;

/// <summary>What was noticed about a text. The sentence for people comes from resources, by this code.</summary>
public enum FindingCode
{
    /// <summary>Nothing was entered where a value is needed.</summary>
    Required,

    /// <summary>Something other than the digits 0–9 is left after the usual separators were removed.</summary>
    DigitsOnly,

    /// <summary>A number in the notation of spreadsheets, 3,17103E+15: its last digits are lost.</summary>
    RoundedBySpreadsheet,

    /// <summary>Control characters, overrides of the writing direction or broken characters, which would change how the rest is shown.</summary>
    ControlCharacter,

    /// <summary>The number of characters is wrong. Argument: the right number, or each of the right numbers.</summary>
    WrongLength,

    /// <summary>Fewer characters than allowed. Argument: the least number.</summary>
    TooShort,

    /// <summary>More characters than allowed. Argument: the greatest number.</summary>
    TooLong,

    /// <summary>A character occurs that the value cannot contain.</summary>
    CharacterNotAllowed,

    /// <summary>Invisible or text-direction characters were in the text and have been removed. A warning: they come from copying, or from hiding something.</summary>
    InvisibleCharacterRemoved,

    /// <summary>A number that fills a field without naming anyone, such as all zeros.</summary>
    Placeholder,

    /// <summary>The six birth-date digits of a NIK are no date in any century. A supervisor may accept it with a reason.</summary>
    NikBirthDateImpossible,

    /// <summary>The serial of a NIK is 0000; SIAK counts from 0001.</summary>
    NikSerialZero,

    /// <summary>The first two digits of a NIK are no province that is known here. A warning: codes have been retired over time.</summary>
    NikProvinceUnknown,

    /// <summary>
    /// The district in a NIK is in neither the present list nor the retired codes. A warning: older retired codes are listed
    /// nowhere. Argument: the regency or province that is known.
    /// </summary>
    NikDistrictUnknown,

    /// <summary>
    /// A NIK was issued in another regency than the one of the card's address. A warning: it never changes when a person moves
    /// or a region is divided. Arguments: the regency of the NIK, the regency of the address.
    /// </summary>
    NikRegionMismatch,

    /// <summary>Nobody aged 17 to 100 can have this NIK. A warning, where no birth date is asked for.</summary>
    NikAgeUnlikely,

    /// <summary>The given birth date is not the one in the NIK. A warning: a NIK never changes, even when the date was corrected later.</summary>
    NikBirthDateMismatch,

    /// <summary>The given sex is not the one in the NIK. A warning, for the same reason.</summary>
    NikSexMismatch,

    /// <summary>The check digit of an NPWP does not fit. A warning: the tax office never published the rule.</summary>
    NpwpCheckDigitMismatch,

    /// <summary>The NPWP is that of a branch or a family member; the NITKU has to be asked for, it cannot be derived.</summary>
    NpwpIsBranch,

    /// <summary>A 16-digit NPWP of no known pattern.</summary>
    NpwpPatternUnknown,

    /// <summary>The NPWP of an individual is not the customer's NIK (PMK 112/PMK.03/2022).</summary>
    NpwpDiffersFromNik,

    /// <summary>A legal entity gives the number of an individual (domain: an NPWP that is a NIK means a person).</summary>
    NpwpOfIndividual,

    /// <summary>The NPWP inside a NITKU is not that of the business. A warning.</summary>
    NitkuDiffersFromNpwp,

    /// <summary>A business name begins with another legal form than the one chosen. A warning. Argument: the form in the name.</summary>
    LegalFormMismatch,

    /// <summary>No issuing country was given for a passport.</summary>
    PassportCountryRequired,

    /// <summary>The issuing country of a passport is not two letters (ISO 3166-1).</summary>
    PassportCountryNotRecognised,

    /// <summary>No expiry date was given for a passport.</summary>
    PassportExpiryRequired,

    /// <summary>The passport has expired.</summary>
    PassportExpired,

    /// <summary>A telephone number with neither country code nor leading zero, so that its country or area cannot be told.</summary>
    PhoneNotRecognised,

    /// <summary>A telephone number in an Indonesian range that no subscriber has (084, 080, short codes).</summary>
    PhonePrefixNotInUse,

    /// <summary>An extension follows the telephone number; it cannot be dialled from here, so it is not kept.</summary>
    PhoneExtension,

    /// <summary>The telephone number has too few digits. Arguments: the least number of digits in the way it was written, and how many it has.</summary>
    PhoneTooShort,

    /// <summary>The telephone number has too many digits. Arguments: the greatest number of digits in the way it was written, and how many it has.</summary>
    PhoneTooLong,

    /// <summary>Something that no telephone number has stands in it. Argument: the first such character; a word may be a name, so it is not repeated.</summary>
    PhoneCharacterNotAllowed,

    /// <summary>Two telephone numbers in one field.</summary>
    PhoneMoreThanOne,

    /// <summary>A postal code that starts with 0; Indonesian ones start with 1–9.</summary>
    PostalCodeFirstDigit,

    /// <summary>The first digit of the postal code does not belong to the province. Argument: the name of the province.</summary>
    PostalCodeProvinceMismatch,

    /// <summary>An address of which only the province is chosen; the regency or city is next.</summary>
    RegencyMissing,

    /// <summary>An address that is chosen down to the regency or city; the district is next.</summary>
    DistrictMissing,

    /// <summary>An address that is chosen down to the district; the village is next.</summary>
    VillageMissing,

    /// <summary>A code of ten digits that no village has or had.</summary>
    VillageCodeNotRecognised,

    /// <summary>A village code that has been retired. A warning. Arguments: the present code, regency and province.</summary>
    VillageCodeFormer,

    /// <summary>The text is not one e-mail address of the form name@domain.tld.</summary>
    EmailNotRecognised,

    /// <summary>An e-mail address without @.</summary>
    EmailAtMissing,

    /// <summary>More than one @: several addresses, or a slip.</summary>
    EmailMoreThanOne,

    /// <summary>A space, an accented letter, an invisible or another character that an e-mail address cannot have.</summary>
    EmailCharacterNotAllowed,

    /// <summary>A dot at the beginning or end of one of the two parts of an e-mail address, or two in a row.</summary>
    EmailDotMisplaced,

    /// <summary>The part after the @ has no dot.</summary>
    EmailDomainIncomplete,

    /// <summary>The domain is one slip away from that of a usual mail service. A warning. Argument: that domain.</summary>
    EmailDomainMistyped,

    /// <summary>A name without a single letter (for a business: without letter or digit).</summary>
    NameWithoutLetter,

    /// <summary>A digit in the name of a person, which no register takes (Permendagri 73/2022 Pasal 5).</summary>
    NameWithDigit,

    /// <summary>Signs that no name in a register has, such as an emoji or a sign of writing direction. A warning: kept as given, for the verifier to look at.</summary>
    NameUnusual,

    /// <summary>A name of one letter. A warning: it is legal, and more often half a name.</summary>
    NameOneLetter,

    /// <summary>More characters than a KTP-el shows today; earlier records stay valid (Permendagri 73/2022 Pasal 4). A warning. Argument: the limit.</summary>
    NameLongerThanOnCard,

    /// <summary>RT/RW is not two groups of at most three digits, such as 003/012.</summary>
    NeighbourhoodUnitNotRecognised,

    /// <summary>The number of a deed does not begin with a small number; a notary counts them anew each month. A warning.</summary>
    DeedNumberUnusual,

    /// <summary>A decree number of the current kind without its <c>AHU-</c>.</summary>
    AhuPrefixMissing,

    /// <summary>The year of a decree number does not have four digits.</summary>
    AhuYearNotFourDigits,

    /// <summary>A decree number in no form known here. A warning: before 2014 other forms were in use.</summary>
    AhuFormUnusual,

    /// <summary>The number of the company register (AH.01.11), which people take for the number of the decree.</summary>
    AhuIsRegisterNumber,
}
