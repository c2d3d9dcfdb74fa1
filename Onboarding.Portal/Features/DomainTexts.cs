using System.Globalization;
using Onboarding.Core.Documents;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Imports;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features;

/// <summary>
/// The words for everything that the core says in codes, in the visitor's language: values of its enums, refusals,
/// problems of fields, events of the audit trail. The words themselves are in DomainText.resx, under <c>Enum_Value</c>.
/// </summary>
public static class DomainTexts
{
    private const string DomicilePath = "Domicile.";

    /// <summary>The word for a value of one of the core's enums.</summary>
    /// <remarks>For a refusal or a problem of a field take the overload that fills in the arguments.</remarks>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Find($"{typeof(TEnum).Name}_{value}") ?? value.ToString();

    /// <summary>The word for a value, or nothing where there is none.</summary>
    public static string Of<TEnum>(TEnum? value)
        where TEnum : struct, Enum => value is { } present ? Of(present) : string.Empty;

    /// <summary>The name of a document to bring, with the one that a foreigner brings in its place.</summary>
    public static string Of(RequiredDocument document) => document switch
    {
        { OfForeigner: null } => Of(document.Kind),
        { Kind: DocumentKind.RepresentativeIdentityCard, OfForeigner: DocumentKind.RepresentativePassport } => DomainText.RepresentativeCardOrPassport,
        _ => $"{Of(document.Kind)} / {Of(document.OfForeigner)}",
    };

    /// <summary>Why it was refused, and what to do about it.</summary>
    public static string Of(Refusal refusal) => refusal switch
    {
        Invalid { Errors: [var error] } => Of(error),
        { Code: RefusalCode.MergeOverwritten } => Format(Key(refusal.Code), [string.Join(", ", refusal.Arguments.Select(Field))]),
        { Code: RefusalCode.DocumentRejected, Arguments: [var name, ..] } => Format(Key(refusal.Code), [RejectionText(name)]),
        _ => Format(Key(refusal.Code), [.. refusal.Arguments.Select(argument => argument.Length == 0 ? DomainText.Colleague : argument)]),
    };

    /// <summary>What is wrong with a field, by the field's name.</summary>
    public static string Of(FieldError error) => error.Finding is { } finding
        ? Of(error.Field, finding)
        : Format(Key(error.Problem), [Field(error.Field), .. error.Arguments]);

    /// <summary>What a verifier should look at.</summary>
    public static string Of(FieldWarning warning) => Of(warning.Field, warning.Finding);

    /// <summary>What was found in a field, by the field's name.</summary>
    /// <param name="field">Name of the property, with a dotted path for nested values.</param>
    /// <param name="finding">What was found.</param>
    public static string Of(string field, Finding finding)
    {
        string[] words = [.. finding.Arguments.Select(argument => Convert.ToString(argument, CultureInfo.CurrentCulture) ?? string.Empty)];
        return finding.Code == FindingCode.WrongLength
            ? Format(Key(finding.Code), [Field(field), string.Join($" {DomainText.Or} ", words)])
            : Format(Key(finding.Code), [Field(field), .. words]);
    }

    /// <summary>What was found in a file of registrations.</summary>
    /// <param name="found">The finding; its column becomes the field that it fills.</param>
    public static string Of(ImportFinding found)
    {
        string[] parts = found.Code.Split('.', 2);
        string[] arguments = [.. found.Arguments];
        string field = found.Column is { } column ? ImportColumns.Find(column)?.Path ?? column : string.Empty;
        return parts[0] switch
        {
            nameof(InputProblem) when Enum.TryParse(parts[1], out InputProblem problem) => Of(new FieldError(field, problem, arguments)),
            nameof(FindingCode) when Enum.TryParse(parts[1], out FindingCode code) => Of(field, Finding.Error(code, arguments)),
            nameof(RefusalCode) => Format(found.Code.Replace('.', '_'), [.. arguments]),
            _ => Format(found.Code.Replace('.', '_'), [found.Column ?? string.Empty, .. arguments.Select(Shown)]),
        };
    }

    /// <summary>The name of an input field: <c>Address.PostalCode</c> is "Kode pos".</summary>
    /// <param name="path">Name of the property, with a dotted path for nested values.</param>
    public static string Field(string path)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        var word = Find($"Field_{name}") ?? name;
        return path.Contains(DomicilePath, StringComparison.Ordinal) ? Format(nameof(DomainText.DomicileField), [word]) : word;
    }

    /// <summary>What happened, for a timeline.</summary>
    /// <param name="action">The action of an audit event; one from a newer version is shown as it is.</param>
    public static string Event(string action) => Find($"Event_{action.Replace('.', '_')}") ?? action;

    private static string Key<TEnum>(TEnum value)
        where TEnum : struct, Enum => $"{typeof(TEnum).Name}_{value}";

    private static string RejectionText(string name) =>
        Enum.TryParse<DocumentRejection>(name, out var rejection) ? Of(rejection) : string.Empty;

    private static string Format(string key, object[] arguments) =>
        Find(key) is { } text ? text.With(arguments) : key;

    // The core hands days over as 2026-11-23.
    private static string Shown(string argument) =>
        DateOnly.TryParseExact(argument, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
            : argument;

    private static string? Find(string key) => DomainText.ResourceManager.GetString(key, CultureInfo.CurrentUICulture);
}
