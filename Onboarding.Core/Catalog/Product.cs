using Onboarding.Core.Cases;

namespace Onboarding.Core.Catalog;

/// <summary>A product or service one can register for, as its present brochure describes it (SOP stage 1: "penjelasan mengenai produk/jasa").</summary>
/// <param name="Code">Code, for example INTERNET-RUMAH.</param>
/// <param name="IsOffered">Whether new registrations are taken.</param>
/// <param name="Brochure">The brochure in effect.</param>
public sealed record Product(string Code, bool IsOffered, Brochure Brochure)
{
    /// <summary>What the brochure says.</summary>
    public BrochureContent Content => Brochure.Content;

    /// <summary>Name in Bahasa Indonesia.</summary>
    public string NameIndonesian => Content.Indonesian.Name;

    /// <summary>Name in English.</summary>
    public string NameEnglish => Content.English.Name;

    /// <summary>True when this kind of customer may register for it now.</summary>
    public bool IsOfferedTo(CustomerKind kind) => IsOffered && Content.IsFor(kind);
}
