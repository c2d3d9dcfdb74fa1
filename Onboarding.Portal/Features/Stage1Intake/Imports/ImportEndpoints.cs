using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Onboarding.Core.Imports;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Stage1Intake.Imports;

/// <summary>The files that go with imports: the template, the problems and the results. For Customer Service, whom the core asks for as well.</summary>
internal static class ImportEndpoints
{
    private const char Semicolon = ';';

    /// <summary>Maps the addresses.</summary>
    public static void MapImports(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder imports = endpoints.MapGroup(string.Empty).RequireAuthorization(Policies.CustomerServiceArea);
        imports.MapGet(ImportUrls.TemplateRoute, static (HttpContext context, string? separator) =>
            Download(context, ImportText.TemplateFile, separator == ImportUrls.Comma ? ',' : Semicolon, static (sheet, cancellation) => sheet.WriteTemplateAsync(cancellation)));
        imports.MapGet(ImportUrls.ProblemsRoute, ProblemsAsync);
        imports.MapGet(ImportUrls.ResultsRoute, ResultsAsync);
    }

    private static async Task<IResult> ProblemsAsync(Guid id, HttpContext context, ImportReader reader, CancellationToken cancellation)
    {
        Actor actor = context.User.ToActor();
        return await FileNameAsync(id, ImportText.ProblemsFile, reader, actor, cancellation) is { } name
            ? Download(context, name, Semicolon, (sheet, token) => WriteProblemsAsync(sheet, id, reader, actor, token))
            : TypedResults.NotFound();
    }

    private static async Task<IResult> ResultsAsync(Guid id, HttpContext context, ImportReader reader, CancellationToken cancellation)
    {
        Actor actor = context.User.ToActor();
        return await FileNameAsync(id, ImportText.ResultsFile, reader, actor, cancellation) is { } name
            ? Download(context, name, Semicolon, (sheet, token) => WriteResultsAsync(sheet, id, reader, actor, token))
            : TypedResults.NotFound();
    }

    private static async Task<string?> FileNameAsync(Guid id, string prefix, ImportReader reader, Actor actor, CancellationToken cancellation)
    {
        Result<ImportBatch> found = await reader.FindAsync(id, actor, cancellation);
        return found.IsDone ? $"{prefix}-{Path.GetFileNameWithoutExtension(found.Value.FileName)}.csv" : null;
    }

    private static async Task WriteProblemsAsync(ImportSheet sheet, Guid id, ImportReader reader, Actor actor, CancellationToken cancellation)
    {
        await sheet.WriteAsync([ImportText.Row, ImportText.Column, ImportText.Severity, ImportText.Problem], cancellation);
        await foreach (ImportProblem problem in ReadProblemsAsync(id, new ImportProblemFilter(), reader, actor, cancellation))
        {
            await sheet.WriteAsync(
                [ImportWording.Row(problem.Row), problem.Column ?? string.Empty, ImportWording.Severity(problem.IsError), ImportWording.Problem(problem.ToFinding())],
                cancellation);
        }
    }

    // A refused row has a line for each of its problems. Both lists are in the order of the rows, so one pass over each is enough.
    private static async Task WriteResultsAsync(ImportSheet sheet, Guid id, ImportReader reader, Actor actor, CancellationToken cancellation)
    {
        await sheet.WriteAsync([ImportText.Row, ImportText.CaseNumber, ImportText.Column, ImportText.Problem], cancellation);
        await using IAsyncEnumerator<ImportProblem> errors =
            ReadProblemsAsync(id, new ImportProblemFilter(OnlyErrors: true), reader, actor, cancellation).GetAsyncEnumerator(cancellation);
        bool hasError = await errors.MoveNextAsync();
        int after = 0;
        while (true)
        {
            IReadOnlyList<ImportRow> rows = (await reader.RowsAsync(id, onlyRefused: false, after, actor, cancellation, ImportReader.DownloadSize)).Value;
            foreach (ImportRow row in rows)
            {
                List<ImportFinding> reasons = [];
                while (hasError && errors.Current.Row <= row.Row)
                {
                    if (errors.Current.Row == row.Row)
                    {
                        reasons.Add(errors.Current.ToFinding());
                    }

                    hasError = await errors.MoveNextAsync();
                }

                await WriteRowAsync(sheet, row, reasons, cancellation);
            }

            if (rows.Count < ImportReader.DownloadSize)
            {
                return;
            }

            after = rows[^1].Row;
        }
    }

    private static async Task WriteRowAsync(ImportSheet sheet, ImportRow row, IReadOnlyList<ImportFinding> reasons, CancellationToken cancellation)
    {
        string number = ImportWording.Row(row.Row);
        if (row.ToRefusal() is not { } refusal)
        {
            await sheet.WriteAsync([number, row.CaseNumber ?? string.Empty, string.Empty, string.Empty], cancellation);
            return;
        }

        // What the dry run did not list is what the door said.
        foreach (ImportFinding reason in reasons.DefaultIfEmpty(refusal))
        {
            await sheet.WriteAsync([number, string.Empty, reason.Column ?? string.Empty, ImportWording.Problem(reason)], cancellation);
        }
    }

    private static async IAsyncEnumerable<ImportProblem> ReadProblemsAsync(
        Guid id, ImportProblemFilter filter, ImportReader reader, Actor actor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        int after = 0;
        while (true)
        {
            IReadOnlyList<ImportProblem> problems = (await reader.ProblemsAsync(id, filter, after, actor, cancellation, ImportReader.DownloadSize)).Value;
            foreach (ImportProblem problem in problems)
            {
                yield return problem;
            }

            if (problems.Count < ImportReader.DownloadSize)
            {
                yield break;
            }

            after = problems[^1].Number;
        }
    }

    private static PushStreamHttpResult Download(HttpContext context, string name, char separator, Func<ImportSheet, CancellationToken, Task> write)
    {
        ContentDispositionHeaderValue disposition = new("attachment");
        disposition.SetHttpFileName(name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "no-store";
        CancellationToken gone = context.RequestAborted;
        return TypedResults.Stream(
            async target =>
            {
                await using ImportSheet sheet = new(target, separator);
                await write(sheet, gone);
            },
            "text/csv; charset=utf-8");
    }
}
