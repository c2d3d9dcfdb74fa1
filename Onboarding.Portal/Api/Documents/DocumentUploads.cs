using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Onboarding.Core.Documents;
using Onboarding.Core.Partners;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Api.Problems;
using Onboarding.Portal.Api.Requests;
using Onboarding.Portal.Api.Security;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Api.Documents;

/// <summary>
/// Takes documents, several in one request, each read only once and never whole in memory. The files of a request are added
/// together or not at all; they come in through the same door as the uploads of the public form.
/// </summary>
/// <param name="cases">Reads the partner's cases.</param>
/// <param name="uploads">The door for files.</param>
/// <param name="attach">Adds them to the case.</param>
/// <param name="repeated">Names requests that come again.</param>
/// <param name="clock">Clock.</param>
internal sealed class DocumentUploads(
    PartnerCases cases, UploadPendingDocumentHandler uploads, AttachDocumentsHandler attach, RepeatedRequests repeated, TimeProvider clock)
{
    /// <summary>The most that one request may send: six files of the greatest size.</summary>
    public const long MaxRequestSize = (6L * DocumentLimits.MaximumSize) + (64 * 1024);

    private const int BoundaryLength = 100;

    /// <summary>The kinds that can be sent, by the names of their parts.</summary>
    public static IReadOnlyDictionary<string, DocumentKind> Kinds { get; } = Enum.GetValues<DocumentKind>()
        .Where(DocumentKinds.ComesFromApplicants)
        .ToDictionary(ApiJson.Name, StringComparer.Ordinal);

    /// <summary>Adds documents.</summary>
    public async Task<IResult> PostAsync(HttpContext context, string number)
    {
        CancellationToken cancellation = context.RequestAborted;
        PartnerCaller caller = context.Caller();
        (string? key, ProblemAnswer? wrongKey) = IdempotencyKey.Read(context.Request);
        if (wrongKey is not null || Boundary(context.Request) is not { } boundary)
        {
            return wrongKey ?? new ProblemAnswer(ApiProblemKind.UnsupportedMediaType);
        }

        Result<PartnerCase> found = await cases.FindAsync(caller.PartnerId, number, cancellation);
        if (!found.IsDone)
        {
            return RefusalAnswers.Of(found.Refusal);
        }

        Guid batch = SequentialId.New(clock);
        try
        {
            // The same files are the same request, whatever boundary the sender drew between them.
            StringBuilder sent = new();
            if (await StoreAsync(batch, new MultipartReader(boundary, context.Request.Body), sent, cancellation) is { } problem)
            {
                return problem;
            }

            RepeatKey? repeat = key is null ? null : repeated.For(caller.PartnerId, $"documents/{number}", key, Encoding.UTF8.GetBytes(sent.ToString()));
            return await AttachAsync(new AttachDocuments(found.Value.CaseId, batch, repeat), found.Value, caller.ToActor(), cancellation);
        }
        finally
        {
            // What was added is no longer there; the rest of a request that failed is.
            foreach (PendingDocumentInfo left in await uploads.ListAsync(batch, CancellationToken.None))
            {
                await uploads.RemoveAsync(batch, left.Id, CancellationToken.None);
            }
        }
    }

    /// <summary>Lists what the partner added.</summary>
    public async Task<IResult> GetAsync(HttpContext context, string number)
    {
        Result<PartnerCase> found = await cases.FindAsync(context.Caller().PartnerId, number, context.RequestAborted);
        return found.IsDone
            ? Results.Json(new DocumentList { Documents = [.. found.Value.Documents.Select(DocumentAnswer.Of)] }, ApiJson.Options)
            : RefusalAnswers.Of(found.Refusal);
    }

    // Every file is looked at, so that the sender of several hears of all that are wrong; a sender who errs without end is cut off.
    private async Task<IResult?> StoreAsync(Guid batch, MultipartReader reader, StringBuilder sent, CancellationToken cancellation)
    {
        int count = 0;
        List<ProblemAnswer> problems = [];
        while (problems.Count < UploadPendingDocumentHandler.MostDocuments && await NextAsync(reader, cancellation) is { } section)
        {
            ContentDispositionHeaderValue? disposition = section.GetContentDispositionHeader();
            string name = disposition is null ? "" : HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            count++;
            if (disposition is null || !disposition.IsFileDisposition() || !Kinds.TryGetValue(name, out DocumentKind kind))
            {
                string message = ApiText.UnknownPart.With(string.Join(", ", Kinds.Keys));
                problems.Add(new ProblemAnswer(ApiProblemKind.Invalid) { Errors = [new ApiFieldError("#", "unknown_part", message)] });
                continue;
            }

            string fileName = (disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).ToString();
            await using SenderStream content = new(section.Body);
            Result<PendingDocumentInfo> stored = await uploads.HandleAsync(new UploadPendingDocument(batch, kind, fileName), content, cancellation);
            if (!stored.IsDone)
            {
                problems.Add(RefusalAnswers.Of(stored.Refusal, $"#/{name}"));
                continue;
            }

            sent.Append(name).Append('/').Append(content.Hash()).Append('/').Append(fileName).Append('\n');
        }

        return count > 0
            ? RefusalAnswers.Together(problems)
            : new ProblemAnswer(ApiProblemKind.Invalid) { Errors = [new ApiFieldError("#", "required", ApiText.NoPart)] };
    }

    private async Task<IResult> AttachAsync(AttachDocuments command, PartnerCase owner, Actor actor, CancellationToken cancellation)
    {
        Result<GivenAnswer> added = await attach.HandleAsync(
            command,
            documents => JsonAnswer.Compose(StatusCodes.Status201Created, ApiPaths.DocumentsOf(owner.Number), DocumentsAdded.Of(documents, owner.TakenDocuments)),
            actor,
            cancellation);
        return added.IsDone ? new JsonAnswer(added.Value) : RefusalAnswers.Of(added.Refusal);
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellation);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The multipart body is cut off or malformed.", failure);
        }
    }

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is { Length: > 0 and <= BoundaryLength } boundary
            ? boundary
            : null;
}
