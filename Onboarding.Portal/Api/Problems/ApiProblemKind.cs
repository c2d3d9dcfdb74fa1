using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Api.Problems;

/// <summary>A kind of problem: its status, the word programs decide by, and its words for people.</summary>
/// <param name="Status">Status of HTTP.</param>
/// <param name="Code">One word that never changes.</param>
/// <param name="Title">What it is, in the language of the request.</param>
/// <param name="Detail">What can be done about it.</param>
internal sealed record ApiProblemKind(int Status, string Code, Func<string> Title, Func<string> Detail)
{
    public static readonly ApiProblemKind MalformedRequest =
        new(StatusCodes.Status400BadRequest, "malformed_request", () => ApiText.MalformedRequestTitle, () => ApiText.MalformedRequestDetail);

    public static readonly ApiProblemKind IdempotencyKeyRequired =
        new(StatusCodes.Status400BadRequest, "idempotency_key_required", () => ApiText.IdempotencyKeyRequiredTitle, () => ApiText.IdempotencyKeyRequiredDetail);

    public static readonly ApiProblemKind Unauthorized =
        new(StatusCodes.Status401Unauthorized, "unauthorized", () => ApiText.UnauthorizedTitle, () => ApiText.UnauthorizedDetail);

    public static readonly ApiProblemKind ScopeMissing =
        new(StatusCodes.Status403Forbidden, "scope_missing", () => ApiText.ScopeMissingTitle, () => ApiText.ScopeMissingDetail);

    public static readonly ApiProblemKind NotFound =
        new(StatusCodes.Status404NotFound, "not_found", () => ApiText.NotFoundTitle, () => ApiText.NotFoundDetail);

    public static readonly ApiProblemKind MethodNotAllowed =
        new(StatusCodes.Status405MethodNotAllowed, "method_not_allowed", () => ApiText.MethodNotAllowedTitle, () => ApiText.MethodNotAllowedDetail);

    public static readonly ApiProblemKind NotAcceptable =
        new(StatusCodes.Status406NotAcceptable, "not_acceptable", () => ApiText.NotAcceptableTitle, () => ApiText.NotAcceptableDetail);

    public static readonly ApiProblemKind Conflict =
        new(StatusCodes.Status409Conflict, "conflict", () => ApiText.ConflictTitle, () => ApiText.ConflictDetail);

    public static readonly ApiProblemKind TooLarge =
        new(StatusCodes.Status413PayloadTooLarge, "too_large", () => ApiText.TooLargeTitle, () => ApiText.TooLargeDetail);

    public static readonly ApiProblemKind UnsupportedMediaType =
        new(StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", () => ApiText.UnsupportedMediaTypeTitle, () => ApiText.UnsupportedMediaTypeDetail);

    public static readonly ApiProblemKind Invalid =
        new(StatusCodes.Status422UnprocessableEntity, "invalid", () => ApiText.InvalidTitle, () => ApiText.InvalidDetail);

    public static readonly ApiProblemKind IdempotencyKeyReused =
        new(StatusCodes.Status422UnprocessableEntity, "idempotency_key_reused", () => ApiText.IdempotencyKeyReusedTitle, () => ApiText.IdempotencyKeyReusedDetail);

    public static readonly ApiProblemKind DocumentRejected =
        new(StatusCodes.Status422UnprocessableEntity, "document_rejected", () => ApiText.DocumentRejectedTitle, () => ApiText.DocumentRejectedDetail);

    public static readonly ApiProblemKind TooManyRequests =
        new(StatusCodes.Status429TooManyRequests, "too_many_requests", () => ApiText.TooManyRequestsTitle, () => ApiText.TooManyRequestsDetail);

    public static readonly ApiProblemKind InternalError =
        new(StatusCodes.Status500InternalServerError, "internal_error", () => ApiText.InternalErrorTitle, () => ApiText.InternalErrorDetail);

    /// <summary>Every kind, in the order of their statuses.</summary>
    public static IReadOnlyList<ApiProblemKind> All { get; } =
    [
        MalformedRequest, IdempotencyKeyRequired, Unauthorized, ScopeMissing, NotFound, MethodNotAllowed, NotAcceptable, Conflict, TooLarge,
        UnsupportedMediaType, Invalid, IdempotencyKeyReused, DocumentRejected, TooManyRequests, InternalError,
    ];

    /// <summary>The id of its place on the page that explains it.</summary>
    public string Anchor => $"problem-{Code.Replace('_', '-')}";

    /// <summary>The path that explains it.</summary>
    public string Path => $"{PortalPaths.ApiDocs}#{Anchor}";

    /// <summary>The kind for a status that was set without a word.</summary>
    public static ApiProblemKind Of(int status) =>
        All.FirstOrDefault(kind => kind.Status == status) ?? (status >= StatusCodes.Status500InternalServerError ? InternalError : MalformedRequest);
}
