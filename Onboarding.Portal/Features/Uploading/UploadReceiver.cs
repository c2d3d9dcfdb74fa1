using Microsoft.AspNetCore.Antiforgery;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Portal.Api.Documents;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Uploading;

/// <summary>
/// Takes one file of one request. Everything that can be known before the file is asked first, so that nothing travels in vain;
/// then the body streams through the door of all documents, never whole in memory.
/// </summary>
/// <param name="tickets">Reads tickets.</param>
/// <param name="antiforgery">Knows our own pages.</param>
/// <param name="documents">Adds documents to cases.</param>
/// <param name="pending">Keeps documents beside forms.</param>
/// <param name="replies">Finds what a reply link asks for.</param>
/// <param name="log">Log.</param>
internal sealed class UploadReceiver(
    UploadTickets tickets, IAntiforgery antiforgery, AddDocumentHandler documents, UploadPendingDocumentHandler pending, ReplyReader replies, ILogger<UploadReceiver> log)
{
    /// <summary>Takes the file of a request at a door.</summary>
    public async Task<IResult> TakeAsync(HttpContext context, UploadDoor door)
    {
        HttpRequest request = context.Request;
        if (request.ContentLength > DocumentLimits.MaximumSize)
        {
            return TooLarge();
        }

        if (!await antiforgery.IsRequestValidAsync(context) || tickets.Read(request.Headers[UploadHeaders.Ticket], door) is not { } place)
        {
            return UploadAnswer.Refused(StatusCodes.Status403Forbidden, UploadingText.Outdated);
        }

        if (UploadHeaders.Read(request.Headers) is not { } file)
        {
            return UploadAnswer.Refused(StatusCodes.Status400BadRequest, UploadingText.Outdated);
        }

        try
        {
            // Cut off or malformed is the sender's fault, and must not look like a disk that failed.
            await using SenderStream content = new(request.Body);
            IResult answer = await TakeAsync(context, place, file, content);
            if (answer is IStatusCodeHttpResult { StatusCode: null or StatusCodes.Status200OK })
            {
                // A file that came before is not read again; but a browser that is still sending hears nothing but refusals.
                await content.CopyToAsync(Stream.Null, context.RequestAborted);
            }

            return answer;
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge();
        }
        catch (Exception exception) when (exception is BadHttpRequestException or OperationCanceledException)
        {
            // The line broke: nothing was stored, and the page sends the file again by itself.
            UploadLog.Broken(log, exception);
            return UploadAnswer.Refused(StatusCodes.Status400BadRequest, UploadingText.Broken);
        }
    }

    private Task<IResult> TakeAsync(HttpContext context, UploadPlace place, UploadHeaders file, Stream content) => place.Door switch
    {
        UploadDoor.Case => AddAsync(context, place.Key, file, content),
        UploadDoor.Intake => KeepAsync(place.Key, file, content, context.RequestAborted),
        UploadDoor.Form when DocumentKinds.ComesFromApplicants(file.Kind) => KeepAsync(place.Key, file, content, context.RequestAborted),
        UploadDoor.Reply => AnswerAsync(place, file, content, context.RequestAborted),
        UploadDoor.Form => Task.FromResult(UploadAnswer.Refused(StatusCodes.Status400BadRequest, UploadingText.Outdated)),
    };

    // Whatever version of the case the page shows: a document that is added changes nothing that somebody else does.
    private async Task<IResult> AddAsync(HttpContext context, Guid caseId, UploadHeaders file, Stream content)
    {
        AddDocument command = new(new CaseTarget(caseId, null), file.Kind, file.FileName) { UploadId = file.UploadId, ReplacementId = file.ReplacementId };
        Result<AddedDocument> added = await documents.HandleAsync(command, content, context.User.ToActor(), context.RequestAborted);
        return added.IsDone ? UploadAnswer.Kept(added.Value.Id, added.Value.State) : UploadAnswer.Refused(added.Refusal);
    }

    private async Task<IResult> KeepAsync(Guid key, UploadHeaders file, Stream content, CancellationToken cancellation)
    {
        UploadPendingDocument command = new(key, file.Kind, file.FileName) { UploadId = file.UploadId };
        Result<PendingDocumentInfo> kept = await pending.HandleAsync(command, content, cancellation);
        return kept.IsDone ? UploadAnswer.Kept(kept.Value.Id, kept.Value.State) : UploadAnswer.Refused(kept.Refusal);
    }

    // The link may have been answered, taken back or run out since the page was opened.
    private async Task<IResult> AnswerAsync(UploadPlace place, UploadHeaders file, Stream content, CancellationToken cancellation) =>
        place.Token is { } token && await replies.AsksForAsync(token, place.Key, file.Kind, cancellation)
            ? await KeepAsync(place.Key, file, content, cancellation)
            : UploadAnswer.Refused(StatusCodes.Status404NotFound, UploadingText.Outdated);

    private static IResult TooLarge() =>
        UploadAnswer.Refused(StatusCodes.Status413PayloadTooLarge, DomainTexts.Of(DocumentRejection.TooLarge.ToRefusal()), isFinal: true);
}
