using System.Globalization;
using System.Text;
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

    private const string Activated = "activated";
    private const string Failed = "failed";

    private static readonly TimeSpan HoldPause = TimeSpan.FromMinutes(5);

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
        (byte[] body, IResult? refusal) = await SignedCallback.ReadAsync(http.Request, settings.CallbackKey!, clock.GetUtcNow(), cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        if (SignedCallback.Parse<Call>(body) is not { EventId: { } eventId, IdempotencyKey: { } key } call || call.Status is not (Activated or Failed))
        {
            return SignedCallback.Malformed();
        }

        string? error = call.Status == Failed ? call.ErrorCode ?? "" : null;
        ExchangeContent content = new("", ExchangeContent.Cut(Encoding.UTF8.GetString(body)));
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
                return SignedCallback.Malformed();
            case NotFound:
                return SignedCallback.Refuse(StatusCodes.Status404NotFound, "order_not_known");
            case { Code: RefusalCode.CallbackTakenAlready }:
                return SignedCallback.Refuse(StatusCodes.Status409Conflict, "event_taken_already");
            default:
                // On hold, or changed in the same instant: the system may send the same event again.
                http.Response.Headers.RetryAfter = ((int)HoldPause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return SignedCallback.ComeAgain();
        }
    }

    private sealed record Call(string? EventId, Guid? IdempotencyKey, string? Status, string? Reference, string? ErrorCode);
}
