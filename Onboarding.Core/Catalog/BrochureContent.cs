using System.Text.Json;
using System.Text.Json.Serialization;
using Onboarding.Core.Cases;

namespace Onboarding.Core.Catalog;

/// <summary>
/// What the Brosur Informasi Layanan says of a product: "penjelasan mengenai produk/jasa serta persyaratan" (SOP stage 1),
/// with price, terms and limits (UU 8/1999 Pasal 4c: correct, clear and honest information).
/// </summary>
public sealed record BrochureContent
{
    /// <summary>Greatest fee in rupiah.</summary>
    public const decimal MaxFee = 1_000_000_000m;

    /// <summary>Longest minimum term in months.</summary>
    public const int MaxMonths = 60;

    /// <summary>The texts in Bahasa Indonesia, the reference.</summary>
    public required BrochureText Indonesian { get; init; }

    /// <summary>The texts in English.</summary>
    public required BrochureText English { get; init; }

    /// <summary>Whether persons may register for it.</summary>
    public bool ForPersons { get; init; }

    /// <summary>Whether businesses may register for it.</summary>
    public bool ForBusinesses { get; init; }

    /// <summary>Fee in rupiah per month, taxes included.</summary>
    public decimal MonthlyFee { get; init; }

    /// <summary>Fee in rupiah that is paid once, taxes included; 0 for none.</summary>
    public decimal OneTimeFee { get; init; }

    /// <summary>Months for which the service has to be kept; 0 when it can be ended at any time.</summary>
    public int MinimumMonths { get; init; }

    /// <summary>What the product asks for beyond the usual.</summary>
    public IReadOnlyList<ProductRequirement> Requirements { get; init; } = [];

    /// <summary>The texts in a language.</summary>
    public BrochureText In(Language language) => language switch
    {
        Language.Indonesian => Indonesian,
        Language.English => English,
    };

    /// <summary>True when this kind of customer may register for it.</summary>
    public bool IsFor(CustomerKind kind) => kind switch
    {
        CustomerKind.Person => ForPersons,
        CustomerKind.Business => ForBusinesses,
    };

    /// <summary>The groups of applicants that may register for it.</summary>
    public IReadOnlyList<ApplicantGroup> Groups() => [.. Enum.GetValues<ApplicantGroup>().Where(group => IsFor(ApplicantGroups.KindOf(group)))];
}

/// <summary>The texts of a brochure in one language. Those that say Markdown are shown without any HTML that stands in them.</summary>
public sealed record BrochureText
{
    /// <summary>Greatest length of the name.</summary>
    public const int MaxNameLength = 80;

    /// <summary>Greatest length of the summary.</summary>
    public const int MaxSummaryLength = 300;

    /// <summary>Greatest length of each of the long texts.</summary>
    public const int MaxTextLength = 8000;

    /// <summary>Name of the product.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>What it is, in one or two sentences.</summary>
    public string Summary { get; init; } = string.Empty;

    /// <summary>What it is in full; Markdown.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>What the fee covers and what comes on top; Markdown, may be empty.</summary>
    public string Fees { get; init; } = string.Empty;

    /// <summary>Syarat dan ketentuan; Markdown.</summary>
    public string Terms { get; init; } = string.Empty;

    /// <summary>What the service does not do; Markdown.</summary>
    public string Limits { get; init; } = string.Empty;

    /// <summary>Questions and answers; Markdown, each question a heading. May be empty.</summary>
    public string Questions { get; init; } = string.Empty;

    /// <summary>Panduan Penggunaan Layanan: steps, one a line.</summary>
    public string Guide { get; init; } = string.Empty;
}

/// <summary>How brochures and requirements are written into the database.</summary>
internal static class CatalogJson
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text)
        where T : class => JsonSerializer.Deserialize<T>(text, Options)!;
}
