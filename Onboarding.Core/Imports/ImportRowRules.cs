using System.Globalization;
using Onboarding.Core.Catalog;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Imports;

/// <summary>
/// Judges a row as the door of registrations would, by the same rules, without making anything of it. What it finds is named by
/// the columns of the file.
/// </summary>
/// <param name="context">For the texts of the policy.</param>
/// <param name="products">The products of now.</param>
/// <param name="importer">In whose name rows are registered.</param>
/// <param name="today">The date in the office's zone.</param>
/// <param name="now">The present instant (UTC).</param>
internal sealed class ImportRowRules(OnboardingContext context, IReadOnlyDictionary<string, Product> products, Actor importer, DateOnly today, DateTimeOffset now)
{
    private const int MostConsentsKept = 1000;

    // A file has few versions and days; each is asked about once.
    private readonly Dictionary<(string Version, DateTimeOffset? At), Invalid?> _consents = [];

    /// <summary>What was found in the cells, and what the rules say.</summary>
    /// <returns>The findings, and the check of the data when the row has a readable shape.</returns>
    public async Task<(List<ImportFinding> Findings, RegistrationCheck? Check)> JudgeAsync(ReadRow row, CancellationToken cancellationToken)
    {
        List<ImportFinding> findings = [.. row.Findings];
        if (row.Command is not { } command)
        {
            return (findings, null);
        }

        var product = products.GetValueOrDefault(command.ProductCode);
        var check = RegistrationRules.Check(command.Data, today, product?.Content.Requirements ?? []);
        var (_, sourceErrors) = SourceRules.Check(command.Channel, command.Details?.Source, now);
        List<ImportFinding> ruled = [.. check.Errors.Concat(sourceErrors).Select(Of), .. check.Warnings.Select(Of)];
        if (product?.IsOfferedTo(command.Data.Kind) != true)
        {
            ruled.Add(OfProduct(command.ProductCode, isKnown: product is not null));
        }

        if (command.Consent is { } consent && await RefuseAsync(consent, cancellationToken) is { } refused)
        {
            ruled.AddRange(refused.Errors.Select(Of));
        }

        // A cell that could not be read is empty for the rules; that it must be filled is not said as well.
        var unread = row.Findings.Where(finding => finding.IsError).Select(finding => finding.Column).ToHashSet(StringComparer.Ordinal);
        findings.AddRange(ruled.Where(finding => finding.Column is null || !unread.Contains(finding.Column)));
        return (findings, check);
    }

    /// <summary>The first problem of a refusal, by the column, in the words of the dry run.</summary>
    /// <param name="refusal">What the door of registrations answered.</param>
    /// <param name="code">The product of the row.</param>
    /// <param name="known">The codes of the products of now: the door says the same of a product that there is not.</param>
    public static ImportFinding Of(Refusal refusal, string code, IReadOnlySet<string> known) => refusal switch
    {
        Invalid { Errors: [var first, ..] } => Of(first),
        { Code: RefusalCode.ProductNotOffered } => OfProduct(code, known.Contains(code)),
        _ => ImportFinding.Error(null, refusal.Code, refusal.Arguments),
    };

    private static ImportFinding OfProduct(string code, bool isKnown)
    {
        var column = NameOf(ImportColumns.ProductPath);
        return (code.Length, isKnown) switch
        {
            (0, _) => ImportFinding.Error(column, InputProblem.Required),
            (_, false) => ImportFinding.Error(column, ImportProblemCode.ProductUnknown),
            _ => ImportFinding.Error(column, RefusalCode.ProductNotOffered),
        };
    }

    private static ImportFinding Of(FieldError error) => error.Finding is { } finding
        ? ImportFinding.Error(NameOf(error.Field), finding.Code, Texts(finding.Arguments))
        : ImportFinding.Error(NameOf(error.Field), error.Problem, error.Arguments);

    private static ImportFinding Of(FieldWarning warning) =>
        ImportFinding.Warning(NameOf(warning.Field), warning.Finding.Code, Texts(warning.Finding.Arguments));

    private static string[] Texts(IReadOnlyList<object> arguments) =>
        [.. arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? string.Empty)];

    private static string? NameOf(string path) => ImportColumns.ByPath.GetValueOrDefault(path)?.Name;

    private async Task<Invalid?> RefuseAsync(GivenConsent consent, CancellationToken cancellationToken)
    {
        var key = (consent.PrivacyVersion, consent.GivenAt);
        if (!_consents.TryGetValue(key, out var refusal))
        {
            if (_consents.Count >= MostConsentsKept)
            {
                _consents.Clear();
            }

            refusal = await ConsentTaking.RefuseAsync(context, consent, importer, now, cancellationToken);
            _consents[key] = refusal;
        }

        return refusal;
    }
}
