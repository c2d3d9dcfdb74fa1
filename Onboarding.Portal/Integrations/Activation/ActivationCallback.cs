using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Integrations.Activation;

/// <summary>
/// Where the activation system calls back. Whoever knows the secret may: a signature over time and body is checked before anything
/// is read, what is older than a few minutes is refused, and each event is taken once.
/// </summary>
internal static class ActivationCallback
{
    /// <summary>The address.</summary>
    public const string Path = "/api/activation/callback";

    private const int BodyLimit = 16 * 1024;
    private const string Activated = "activated";
    private const string Failed = "failed";

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan HoldPause = TimeSpan.FromMinutes(5);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <summary>Maps <c>POST /api/activation/callback</c>, where settings name a system that calls back.</summary>
    public static void MapActivationCallback(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<ActivationSettings>().TakesCallbacks)
        {
            endpoints.MapPost(Path, TakeAsync).AllowAnonymous().DisableAntiforgery().RequireRateLimiting(RateLimits.Api);
        }
    }

    private static async Task<IResult> TakeAsync(
        HttpContext http,
        [FromServices] ActivationSettings settings,
        [FromServices] TakeActivationAnswerHandler handler,
        [FromServices] TimeProvider clock,
        CancellationToken cancellation)
    {
        if (await ReadAsync(http.Request, cancellation) is not { } body)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, "body_too_large");
        }

        string? signature = http.Request.Headers[ActivationSignature.Header];
        if (!ActivationSignature.IsValid(signature, settings.CallbackKey!, body, clock.GetUtcNow(), Tolerance))
        {
            return Refuse(StatusCodes.Status401Unauthorized, "signature_not_valid");
        }

        if (Parse(body) is not { EventId: { } eventId, IdempotencyKey: { } key } call || call.Status is not (Activated or Failed))
        {
            return Refuse(StatusCodes.Status400BadRequest, "malformed_request");
        }

        string? error = call.Status == Failed ? call.ErrorCode ?? "" : null;
        ExchangeContent content = new("", ExchangeContent.Cut(System.Text.Encoding.UTF8.GetString(body)));
        Result<CaseState> taken = await handler.HandleAsync(
            new TakeActivationAnswer(key, eventId, call.Reference, error, content), Actor.System("ActivationCallback"), cancellation);
        return Answer(http, taken);
    }

    private static IResult Answer(HttpContext http, Result<CaseState> taken)
    {
        switch (taken.Refusal)
        {
            case null:
                return Results.NoContent();
            case Invalid:
                return Refuse(StatusCodes.Status400BadRequest, "malformed_request");
            case NotFound:
                return Refuse(StatusCodes.Status404NotFound, "order_not_known");
            case { Code: RefusalCode.CallbackTakenAlready }:
                return Refuse(StatusCodes.Status409Conflict, "event_taken_already");
            default:
                // On hold, or changed in the same instant: the system may send the same event again.
                http.Response.Headers.RetryAfter = ((int)HoldPause.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
                return Refuse(StatusCodes.Status503ServiceUnavailable, "come_again");
        }
    }

    // One word that never changes: a program reads it.
    private static IResult Refuse(int status, string code) => Results.Problem(statusCode: status, title: code);

    private static Call? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<Call>(body, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        byte[] buffer = new byte[BodyLimit + 1];
        int length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length <= BodyLimit ? buffer[..length] : null;
    }

    private sealed record Call(string? EventId, Guid? IdempotencyKey, string? Status, string? Reference, string? ErrorCode);
}
