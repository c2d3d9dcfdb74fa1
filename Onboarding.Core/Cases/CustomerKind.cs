namespace Onboarding.Core.Cases;

/// <summary>"Semua jenis pelanggan, baik individu maupun badan usaha" (SOP, Ruang Lingkup).</summary>
public enum CustomerKind
{
    /// <summary>Perorangan.</summary>
    Person = 1,

    /// <summary>Badan usaha.</summary>
    Business,
}

/// <summary>"Berbagai kanal seperti online, offline, maupun mitra pihak ketiga" (SOP, Ruang Lingkup).</summary>
public enum Channel
{
    /// <summary>The public form.</summary>
    Online = 1,

    /// <summary>A walk-in or a paper form, entered by Customer Service.</summary>
    Offline,

    /// <summary>A third-party partner (mitra).</summary>
    Partner,

    /// <summary>By telephone.</summary>
    Telephone,

    /// <summary>By e-mail.</summary>
    Email,

    /// <summary>By WhatsApp.</summary>
    WhatsApp,
}

/// <summary>The language in which the applicant is written to.</summary>
public enum Language
{
    /// <summary>Bahasa Indonesia, the reference language of every text.</summary>
    Indonesian = 1,

    /// <summary>English.</summary>
    English,
}
