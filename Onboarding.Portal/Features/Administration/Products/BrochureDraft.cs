using System.Globalization;
using Onboarding.Core.Catalog;
using Onboarding.Core.Documents;

namespace Onboarding.Portal.Features.Administration.Products;

/// <summary>A brochure while somebody edits it.</summary>
public sealed class BrochureDraft
{
    private const NumberStyles Amount = NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign;

    /// <summary>The texts of a brochure in the order of the editor, with their lines on screen; one line is an input.</summary>
    public static IReadOnlyList<(string Field, int Rows)> Fields { get; } =
    [
        (nameof(BrochureText.Name), 1), (nameof(BrochureText.Summary), 2), (nameof(BrochureText.Description), 8), (nameof(BrochureText.Fees), 4),
        (nameof(BrochureText.Terms), 8), (nameof(BrochureText.Limits), 4), (nameof(BrochureText.Questions), 8), (nameof(BrochureText.Guide), 4),
    ];

    /// <summary>The texts in Bahasa Indonesia, by field.</summary>
    public IDictionary<string, string> Indonesian { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The texts in English, by field.</summary>
    public IDictionary<string, string> English { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>For persons.</summary>
    public bool ForPersons { get; set; }

    /// <summary>For businesses.</summary>
    public bool ForBusinesses { get; set; }

    /// <summary>Fee per month as typed.</summary>
    public string MonthlyFee { get; set; } = "0";

    /// <summary>Fee paid once as typed.</summary>
    public string OneTimeFee { get; set; } = "0";

    /// <summary>Minimum term as typed.</summary>
    public string MinimumMonths { get; set; } = "0";

    /// <summary>What it asks for beyond the usual.</summary>
    public IList<RequirementDraft> Requirements { get; } = [];

    /// <summary>A brochure to edit.</summary>
    public static BrochureDraft From(BrochureContent? content)
    {
        BrochureDraft draft = new()
        {
            ForPersons = content?.ForPersons ?? false,
            ForBusinesses = content?.ForBusinesses ?? false,
            MonthlyFee = Written(content?.MonthlyFee ?? 0),
            OneTimeFee = Written(content?.OneTimeFee ?? 0),
            MinimumMonths = Written(content?.MinimumMonths ?? 0),
        };
        Fill(draft.Indonesian, content?.Indonesian ?? new());
        Fill(draft.English, content?.English ?? new());
        foreach (ProductRequirement requirement in content?.Requirements ?? [])
        {
            draft.Requirements.Add(RequirementDraft.From(requirement));
        }

        return draft;
    }

    /// <summary>What was typed, as the core takes it. What is no number becomes one that the core refuses.</summary>
    public BrochureContent ToContent() => new()
    {
        Indonesian = Text(Indonesian),
        English = Text(English),
        ForPersons = ForPersons,
        ForBusinesses = ForBusinesses,
        MonthlyFee = Number(MonthlyFee),
        OneTimeFee = Number(OneTimeFee),
        MinimumMonths = (int)Math.Clamp(Number(MinimumMonths), -1, int.MaxValue),
        Requirements = [.. Requirements.Select(requirement => requirement.ToRequirement())],
    };

    private static void Fill(IDictionary<string, string> texts, BrochureText from)
    {
        foreach ((string field, _) in Fields)
        {
            texts[field] = (string)typeof(BrochureText).GetProperty(field)!.GetValue(from)!;
        }
    }

    private static BrochureText Text(IDictionary<string, string> texts) => new()
    {
        Name = texts[nameof(BrochureText.Name)],
        Summary = texts[nameof(BrochureText.Summary)],
        Description = texts[nameof(BrochureText.Description)],
        Fees = texts[nameof(BrochureText.Fees)],
        Terms = texts[nameof(BrochureText.Terms)],
        Limits = texts[nameof(BrochureText.Limits)],
        Questions = texts[nameof(BrochureText.Questions)],
        Guide = texts[nameof(BrochureText.Guide)],
    };

    private static string Written(decimal number) => number.ToString("N0", CultureInfo.GetCultureInfo("id-ID"));

    private static decimal Number(string typed) => string.IsNullOrWhiteSpace(typed)
        ? 0
        : decimal.TryParse(typed, Amount, CultureInfo.GetCultureInfo("id-ID"), out decimal number) ? number : -1;
}

/// <summary>A requirement while somebody edits it.</summary>
public sealed class RequirementDraft
{
    /// <summary>Its code.</summary>
    public string Code { get; set; } = string.Empty;

    /// <summary>How it is met.</summary>
    public RequirementKind Kind { get; set; } = RequirementKind.Confirmation;

    /// <summary>Of whom it is asked.</summary>
    public ISet<ApplicantGroup> Groups { get; } = new HashSet<ApplicantGroup>();

    /// <summary>The document.</summary>
    public DocumentKind? Document { get; set; }

    /// <summary>The field.</summary>
    public string Field { get; set; } = string.Empty;

    /// <summary>Its words in Bahasa Indonesia.</summary>
    public string Indonesian { get; set; } = string.Empty;

    /// <summary>Its words in English.</summary>
    public string English { get; set; } = string.Empty;

    /// <summary>A requirement to edit.</summary>
    public static RequirementDraft From(ProductRequirement requirement)
    {
        RequirementDraft draft = new()
        {
            Code = requirement.Code,
            Kind = requirement.Kind,
            Document = requirement.Document,
            Field = requirement.Field ?? string.Empty,
            Indonesian = requirement.Title?.Indonesian ?? string.Empty,
            English = requirement.Title?.English ?? string.Empty,
        };
        draft.Groups.UnionWith(requirement.Groups);
        return draft;
    }

    /// <summary>What was typed, as the core takes it.</summary>
    public ProductRequirement ToRequirement() => new(Code.Trim(), Kind, [.. Groups.Order()])
    {
        Document = Document,
        Field = Field.Length == 0 ? null : Field,
        Title = new LocalText(Indonesian, English),
    };
}
