using System.Globalization;
using System.Text.RegularExpressions;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;

namespace Onboarding.Core.Catalog;

/// <summary>What a brochure must say before it can be shown: both languages, price, terms and limits (UU 8/1999 Pasal 4c; UU 24/2009 Pasal 31).</summary>
public static partial class BrochureRules
{
    /// <summary>Most requirements of one product.</summary>
    public const int MostRequirements = 20;

    /// <summary>What is wrong, field by field; empty when it can be shown. Paths begin with the language: <c>Indonesian.Name</c>.</summary>
    public static IReadOnlyList<FieldError> Check(BrochureContent content) =>
    [
        .. Texts(nameof(BrochureContent.Indonesian), content.Indonesian),
        .. Texts(nameof(BrochureContent.English), content.English),
        .. Numbers(content),
        .. content.Requirements.Count > MostRequirements
            ? [new FieldError(nameof(BrochureContent.Requirements), InputProblem.OutOfRange, "0", Number(MostRequirements))]
            : content.Requirements.SelectMany((requirement, index) => Requirement(content, requirement, index)),
    ];

    /// <summary>The content as it is kept: without control characters and outer spaces.</summary>
    internal static BrochureContent Clean(BrochureContent content) => content with
    {
        Indonesian = Clean(content.Indonesian),
        English = Clean(content.English),
        Requirements = [.. content.Requirements.Select(requirement => requirement with
        {
            Groups = [.. requirement.Groups.Distinct().Order()],
            Document = requirement.Kind == RequirementKind.Document ? requirement.Document : null,
            Field = requirement.Kind == RequirementKind.Field ? requirement.Field : null,
            Title = Clean(requirement.Title),
        })],
    };

    private static BrochureText Clean(BrochureText text) => new()
    {
        Name = FreeText.Clean(text.Name),
        Summary = FreeText.Clean(text.Summary),
        Description = FreeText.Clean(text.Description),
        Fees = FreeText.Clean(text.Fees),
        Terms = FreeText.Clean(text.Terms),
        Limits = FreeText.Clean(text.Limits),
        Questions = FreeText.Clean(text.Questions),
        Guide = FreeText.Clean(text.Guide),
    };

    private static LocalText? Clean(LocalText? title) =>
        title is null || (string.IsNullOrWhiteSpace(title.Indonesian) && string.IsNullOrWhiteSpace(title.English))
            ? null
            : new LocalText(FreeText.Clean(title.Indonesian), FreeText.Clean(title.English));

    private static IEnumerable<FieldError> Texts(string language, BrochureText text) => new[]
    {
        Text($"{language}.{nameof(BrochureText.Name)}", text.Name, BrochureText.MaxNameLength, isRequired: true),
        Text($"{language}.{nameof(BrochureText.Summary)}", text.Summary, BrochureText.MaxSummaryLength, isRequired: true),
        Text($"{language}.{nameof(BrochureText.Description)}", text.Description, BrochureText.MaxTextLength, isRequired: true),
        Text($"{language}.{nameof(BrochureText.Fees)}", text.Fees, BrochureText.MaxTextLength, isRequired: false),
        Text($"{language}.{nameof(BrochureText.Terms)}", text.Terms, BrochureText.MaxTextLength, isRequired: true),
        Text($"{language}.{nameof(BrochureText.Limits)}", text.Limits, BrochureText.MaxTextLength, isRequired: true),
        Text($"{language}.{nameof(BrochureText.Questions)}", text.Questions, BrochureText.MaxTextLength, isRequired: false),
        Text($"{language}.{nameof(BrochureText.Guide)}", text.Guide, BrochureText.MaxTextLength, isRequired: true),
    }.OfType<FieldError>();

    private static FieldError? Text(string path, string text, int maxLength, bool isRequired) => text switch
    {
        _ when isRequired && string.IsNullOrWhiteSpace(text) => new FieldError(path, InputProblem.Required),
        { Length: var length } when length > maxLength => new FieldError(path, InputProblem.TooLong, Number(maxLength)),
        _ => null,
    };

    private static IEnumerable<FieldError> Numbers(BrochureContent content)
    {
        if (!content.ForPersons && !content.ForBusinesses)
        {
            yield return new FieldError(nameof(BrochureContent.ForPersons), InputProblem.Required);
        }

        foreach (var (path, fee) in new[] { (nameof(BrochureContent.MonthlyFee), content.MonthlyFee), (nameof(BrochureContent.OneTimeFee), content.OneTimeFee) })
        {
            // Rupiah are printed without cents, so none may be kept.
            if (fee < 0 || fee > BrochureContent.MaxFee || fee != decimal.Truncate(fee))
            {
                yield return new FieldError(path, InputProblem.OutOfRange, "0", Number(BrochureContent.MaxFee));
            }
        }

        if (content.MinimumMonths is < 0 or > BrochureContent.MaxMonths)
        {
            yield return new FieldError(nameof(BrochureContent.MinimumMonths), InputProblem.OutOfRange, "0", Number(BrochureContent.MaxMonths));
        }
    }

    private static IEnumerable<FieldError> Requirement(BrochureContent content, ProductRequirement requirement, int index)
    {
        string Path(string field) => $"{nameof(BrochureContent.Requirements)}.{index}.{field}";
        if (!CodeForm().IsMatch(requirement.Code))
        {
            yield return new FieldError(Path(nameof(TickChecklistItem.Requirement)), requirement.Code.Length == 0 ? InputProblem.Required : InputProblem.NotWellFormed);
        }
        else if (content.Requirements.Take(index).Any(other => other.Code == requirement.Code))
        {
            yield return new FieldError(Path(nameof(TickChecklistItem.Requirement)), InputProblem.MustDiffer);
        }

        if (requirement.Groups.Count == 0)
        {
            yield return new FieldError(Path(nameof(ProductRequirement.Groups)), InputProblem.Required);
        }

        if (Subject(requirement) is { } problem)
        {
            yield return new FieldError(Path(problem.Field), problem.Problem);
        }

        foreach (var title in new[] { requirement.Title?.Indonesian, requirement.Title?.English })
        {
            if (title?.Length > ProductRequirement.MaxTitleLength)
            {
                yield return new FieldError(Path(nameof(ProductRequirement.Title)), InputProblem.TooLong, Number(ProductRequirement.MaxTitleLength));
            }
        }
    }

    private static (string Field, InputProblem Problem)? Subject(ProductRequirement requirement) => requirement.Kind switch
    {
        RequirementKind.Document when requirement.Document is null => (nameof(ProductRequirement.Document), InputProblem.Required),
        RequirementKind.Document when !ProductRequirements.Documents.Contains(requirement.Document.Value) => (nameof(ProductRequirement.Document), InputProblem.UnknownChoice),
        RequirementKind.Field when string.IsNullOrEmpty(requirement.Field) => (nameof(ProductRequirement.Field), InputProblem.Required),
        RequirementKind.Field when !requirement.Groups.All(group => ProductRequirements.Fields(group).Contains(requirement.Field)) =>
            (nameof(ProductRequirement.Field), InputProblem.UnknownChoice),
        RequirementKind.Confirmation when string.IsNullOrWhiteSpace(requirement.Title?.Indonesian) || string.IsNullOrWhiteSpace(requirement.Title.English) =>
            (nameof(ProductRequirement.Title), InputProblem.Required),
        _ => null,
    };

    private static string Number(decimal number) => number.ToString("0", CultureInfo.InvariantCulture);

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeForm();
}
