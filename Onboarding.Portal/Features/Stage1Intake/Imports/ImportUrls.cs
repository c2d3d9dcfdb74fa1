using System.Globalization;

namespace Onboarding.Portal.Features.Stage1Intake.Imports;

/// <summary>What of an import is shown. It stands in the address, so that a view can be sent to a colleague.</summary>
public sealed record ImportView
{
    /// <summary>Problems of this column alone.</summary>
    public string? Column { get; init; }

    /// <summary>Problems of this kind alone.</summary>
    public string? Code { get; init; }

    /// <summary>Problems of this row alone.</summary>
    public int? Row { get; init; }

    /// <summary>Only problems that keep rows out.</summary>
    public bool OnlyErrors { get; init; }

    /// <summary>Number of the last problem of the page before.</summary>
    public int? AfterProblem { get; init; }

    /// <summary>Only rows of which no case was made.</summary>
    public bool OnlyRefused { get; init; }

    /// <summary>The last row of the page before.</summary>
    public int? AfterRow { get; init; }

    /// <summary>True when only some of the problems are shown.</summary>
    public bool IsFiltered => Column is not null || Code is not null || Row is not null || OnlyErrors;
}

/// <summary>The addresses of imports.</summary>
public static class ImportUrls
{
    /// <summary>Upload, help and what was imported before.</summary>
    public const string List = "/intake/import";

    /// <summary>The route of one import.</summary>
    public const string Route = "/intake/import/{Id:guid}";

    /// <summary>The route of the empty file with every column.</summary>
    public const string TemplateRoute = "/intake/import/template.csv";

    /// <summary>The route of all problems of an import.</summary>
    public const string ProblemsRoute = "/intake/import/{id:guid}/problems.csv";

    /// <summary>The route of what became of the rows of an import.</summary>
    public const string ResultsRoute = "/intake/import/{id:guid}/results.csv";

    /// <summary>The parameter with the last import of the page before.</summary>
    public const string BeforeParameter = "before";

    /// <summary>The parameter with the sign between cells of the template.</summary>
    public const string SeparatorParameter = "separator";

    /// <summary>The value of that parameter for a comma; anything else is a semicolon.</summary>
    public const string Comma = "comma";

    /// <summary>The parameter with the column of problems.</summary>
    public const string ColumnParameter = "column";

    /// <summary>The parameter with the kind of problems.</summary>
    public const string CodeParameter = "code";

    /// <summary>The parameter with the row of problems.</summary>
    public const string RowParameter = "row";

    /// <summary>The parameter that leaves errors alone.</summary>
    public const string ErrorsParameter = "errors";

    /// <summary>The parameter with the last problem of the page before.</summary>
    public const string AfterProblemParameter = "after";

    /// <summary>The parameter that leaves refused rows alone.</summary>
    public const string RefusedParameter = "refused";

    /// <summary>The parameter with the last row of the page before.</summary>
    public const string AfterRowParameter = "after-row";

    /// <summary>The place of the problems on the page of an import.</summary>
    public const string ProblemsPlace = "#" + ProblemsId;

    /// <summary>The id of that place.</summary>
    public const string ProblemsId = "problems";

    /// <summary>Older imports.</summary>
    public static string Before(Guid last) => $"{List}?{BeforeParameter}={last}";

    /// <summary>One import.</summary>
    /// <param name="id">Which.</param>
    /// <param name="view">What of it is shown; the beginning of everything by default.</param>
    public static string Of(Guid id, ImportView? view = null)
    {
        view ??= new ImportView();
        string[] parts =
        [
            .. Part(ColumnParameter, view.Column),
            .. Part(CodeParameter, view.Code),
            .. Part(RowParameter, view.Row),
            .. Part(ErrorsParameter, view.OnlyErrors),
            .. Part(AfterProblemParameter, view.AfterProblem),
            .. Part(RefusedParameter, view.OnlyRefused),
            .. Part(AfterRowParameter, view.AfterRow),
        ];
        return parts.Length == 0 ? $"{List}/{id}" : $"{List}/{id}?{string.Join('&', parts)}";
    }

    /// <summary>The empty file with every column.</summary>
    /// <param name="withComma">Cells are parted by commas rather than semicolons.</param>
    public static string Template(bool withComma) => withComma ? $"{TemplateRoute}?{SeparatorParameter}={Comma}" : TemplateRoute;

    /// <summary>All problems of an import as a file.</summary>
    public static string Problems(Guid id) => $"{List}/{id}/problems.csv";

    /// <summary>What became of the rows of an import as a file.</summary>
    public static string Results(Guid id) => $"{List}/{id}/results.csv";

    private static string[] Part(string name, string? value) => value is null ? [] : [$"{name}={Uri.EscapeDataString(value)}"];

    private static string[] Part(string name, int? value) => Part(name, value?.ToString(CultureInfo.InvariantCulture));

    private static string[] Part(string name, bool isSet) => isSet ? [$"{name}=true"] : [];
}
