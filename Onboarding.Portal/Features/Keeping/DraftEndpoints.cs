using Onboarding.Core.Drafts;
using Onboarding.Core.Results;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Keeping;

/// <summary>
/// Where a browser hands over what was typed while its connection was lost (wwwroot/kept.js), before it loads the page anew. It goes into the
/// person's own draft and nowhere else. It takes JSON only, which no form of another site can send.
/// </summary>
internal static class DraftEndpoints
{
    /// <summary>The path.</summary>
    public const string Path = "/drafts";

    // As much as one form may hold, in letters of several bytes.
    private const int LargestBody = 4 * FormContent.MaxLength;
    private const int MostFields = 200;

    /// <summary>Maps <c>POST /drafts</c>.</summary>
    public static void MapDrafts(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Path, TakeAsync).RequireAuthorization(Policies.Staff).WithMetadata(new RequestSizeLimit(LargestBody));

    private static async Task<IResult> TakeAsync(HandedOver handed, HttpContext context, SaveFormDraftHandler saves, CancellationToken cancellation)
    {
        if (!Enum.TryParse(handed.Kind, out DraftSubjectKind kind) || !Enum.IsDefined(kind) || handed.Number is not { Length: > 0 } number
            || handed.Form is not { Length: > 0 } form || handed.Texts is not { Count: > 0 and <= MostFields } texts || texts.Any(entry => entry.Value is null))
        {
            return Results.BadRequest();
        }

        Result<int> saved = await saves.AddAsync(new DraftSubject(kind, number), form, texts!, context.User.ToActor(), cancellation);
        return saved.Refusal switch
        {
            null => Results.NoContent(),
            NotFound => Results.NotFound(),
            Invalid => Results.BadRequest(),
            _ => Results.Conflict(),
        };
    }

    private sealed record HandedOver(string? Kind, string? Number, string? Form, Dictionary<string, string?>? Texts)
    {
        // It holds what somebody typed.
        public override string ToString() => nameof(HandedOver);
    }

    private sealed class RequestSizeLimit(long bytes) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => bytes;
    }
}
