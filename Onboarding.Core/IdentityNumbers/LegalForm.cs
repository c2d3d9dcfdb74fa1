namespace Onboarding.Core.IdentityNumbers;

/// <summary>The legal form of a business customer (badan usaha); it decides which documents stage 1 asks for.</summary>
public enum LegalForm
{
    /// <summary>Perseroan terbatas: company limited by shares, with deed and decree.</summary>
    PT,

    /// <summary>Perseroan perorangan: one-person company of a micro or small business; a statement instead of a deed.</summary>
    PTPerorangan,

    /// <summary>Commanditaire vennootschap, persekutuan komanditer: limited partnership, registered with the ministry.</summary>
    CV,

    /// <summary>Firma: general partnership, registered with the ministry.</summary>
    Firma,

    /// <summary>Persekutuan perdata: civil partnership, often of a profession.</summary>
    PersekutuanPerdata,

    /// <summary>Koperasi: cooperative.</summary>
    Koperasi,

    /// <summary>Yayasan: foundation.</summary>
    Yayasan,

    /// <summary>Perkumpulan: association with legal personality.</summary>
    Perkumpulan,

    /// <summary>Usaha dagang or usaha perseorangan: a sole trader without a legal entity; no decree exists, the owner's documents count.</summary>
    UD,

    /// <summary>Another form, such as a regional public company (perumda) or a representative office.</summary>
    Other,
}
