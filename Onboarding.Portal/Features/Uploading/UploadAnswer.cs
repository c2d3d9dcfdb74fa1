using Onboarding.Core.Documents;
using Onboarding.Core.Results;

namespace Onboarding.Portal.Features.Uploading;

/// <summary>What came of a file.</summary>
/// <param name="Id">The document, or null when it was refused.</param>
/// <param name="State">What is known of its content, or null.</param>
/// <param name="Message">What the person has to know, in the person's language, or null.</param>
/// <param name="IsFinal">True when the same file would be refused again.</param>
public sealed record UploadAnswer(Guid? Id, DocumentState? State, string? Message, bool IsFinal = false)
{
    /// <summary>A file that is kept.</summary>
    internal static IResult Kept(Guid id, DocumentState state) => TypedResults.Json(new UploadAnswer(id, state, Words(state)), UploadJson.Default.UploadAnswer);

    /// <summary>A refusal of the core.</summary>
    internal static IResult Refused(Refusal refusal) => refusal switch
    {
        { Code: RefusalCode.DocumentRejected } => Refused(StatusCodes.Status422UnprocessableEntity, DomainTexts.Of(refusal), isFinal: true),
        NotFound => Refused(StatusCodes.Status404NotFound, UploadingText.Outdated),
        Invalid => Refused(StatusCodes.Status400BadRequest, DomainTexts.Of(refusal)),
        _ => Refused(StatusCodes.Status409Conflict, DomainTexts.Of(refusal)),
    };

    /// <summary>Another refusal.</summary>
    internal static IResult Refused(int status, string message, bool isFinal = false) =>
        TypedResults.Json(new UploadAnswer(null, null, message, isFinal), UploadJson.Default.UploadAnswer, statusCode: status);

    private static string? Words(DocumentState state) => state switch
    {
        DocumentState.Quarantined => UploadingText.Quarantined,
        DocumentState.NotYetChecked => UploadingText.NotYetChecked,
        DocumentState.Usable or DocumentState.Removed => null,
    };
}
