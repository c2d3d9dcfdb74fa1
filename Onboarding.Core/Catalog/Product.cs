using Onboarding.Core.Cases;

namespace Onboarding.Core.Catalog;

/// <summary>A product or service one can register for (SOP stage 1: "penjelasan mengenai produk/jasa").</summary>
public sealed class Product
{
    private Product()
    {
    }

    internal Product(string code, ProductText indonesian, ProductText english, bool forPersons, bool forBusinesses, decimal monthlyFee)
    {
        Code = code;
        NameIndonesian = indonesian.Name;
        SummaryIndonesian = indonesian.Summary;
        GuideIndonesian = indonesian.Guide;
        NameEnglish = english.Name;
        SummaryEnglish = english.Summary;
        GuideEnglish = english.Guide;
        ForPersons = forPersons;
        ForBusinesses = forBusinesses;
        MonthlyFee = monthlyFee;
        IsOffered = true;
    }

    /// <summary>Code, for example INTERNET-RUMAH.</summary>
    public string Code { get; private set; } = string.Empty;

    /// <summary>Name in Bahasa Indonesia.</summary>
    public string NameIndonesian { get; private set; } = string.Empty;

    /// <summary>Name in English.</summary>
    public string NameEnglish { get; private set; } = string.Empty;

    /// <summary>What it is, in Bahasa Indonesia.</summary>
    public string SummaryIndonesian { get; private set; } = string.Empty;

    /// <summary>What it is, in English.</summary>
    public string SummaryEnglish { get; private set; } = string.Empty;

    /// <summary>Panduan Penggunaan Layanan: steps, one a line, in Bahasa Indonesia.</summary>
    public string GuideIndonesian { get; private set; } = string.Empty;

    /// <summary>The same in English.</summary>
    public string GuideEnglish { get; private set; } = string.Empty;

    /// <summary>Whether persons may register for it.</summary>
    public bool ForPersons { get; private set; }

    /// <summary>Whether businesses may register for it.</summary>
    public bool ForBusinesses { get; private set; }

    /// <summary>Fee in rupiah per month.</summary>
    public decimal MonthlyFee { get; private set; }

    /// <summary>Whether new registrations are taken.</summary>
    public bool IsOffered { get; private set; }

    /// <summary>True when this kind of customer may register for it now.</summary>
    public bool IsOfferedTo(CustomerKind kind) => IsOffered && kind switch
    {
        CustomerKind.Person => ForPersons,
        CustomerKind.Business => ForBusinesses,
    };
}

/// <summary>The texts of a product in one language.</summary>
/// <param name="Name">Name.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Guide">Steps of the usage guide, one a line.</param>
public sealed record ProductText(string Name, string Summary, string Guide);
