using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Integrations.Activation;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Mail;

/// <summary>
/// Where the mail system tells of mails that came back. Whoever knows the secret may: the signature is that of the activation
/// system's callbacks. What it says is idempotent, so the same word twice does no harm.
/// </summary>
internal static class BounceCallback
{
    /// <summary>The address.</summary>
    public const string Path = "/api/mail/bounces";

    private const int BodyLimit = 16 * 1024;

    // RFC 3463: 5 is permanent; 4 may still arrive, and 2 has.
    private const char Permanent = '5';

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <summary>Maps <c>POST /api/mail/bounces</c>, where settings hold a secret for it.</summary>
    public static void MapBounceCallback(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<MailSettings>().TakesBounces)
        {
            endpoints.MapPost(Path, TakeAsync).AllowAnonymous().DisableAntiforgery().RequireRateLimiting(RateLimits.Api);
        }
    }

    private static async Task<IResult> TakeAsync(
        HttpContext http,
        [FromServices] MailSettings settings,
        [FromServices] TakeBounceHandler handler,
        [FromServices] TimeProvider clock,
        CancellationToken cancellation)
    {
        if (await ReadAsync(http.Request, cancellation) is not { } body)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, "body_too_large");
        }

        string? signature = http.Request.Headers[ActivationSignature.Header];
        if (!ActivationSignature.IsValid(signature, settings.BounceKey!, body, clock.GetUtcNow(), Tolerance))
        {
            return Refuse(StatusCodes.Status401Unauthorized, "signature_not_valid");
        }

        if (Parse(body) is not { Status: [var kind, '.', ..] } call || MessageOf(call.MessageId) is not { } message)
        {
            return Refuse(StatusCodes.Status400BadRequest, "malformed_request");
        }

        if (kind != Permanent)
        {
            return Results.NoContent();
        }

        Result<CaseState> taken = await handler.HandleAsync(new TakeBounce(message), Actor.System("MailBounces"), cancellation);
        return taken.Refusal switch
        {
            null => Results.NoContent(),
            NotFound => Refuse(StatusCodes.Status404NotFound, "message_not_known"),
            _ => Refuse(StatusCodes.Status503ServiceUnavailable, "come_again"),
        };
    }

    // The Message-ID as MailHeaders writes it: our own id before the at sign.
    private static Guid? MessageOf(string? header) =>
        header is { Length: > 0 and <= 998 } && Guid.TryParseExact(header.Trim().TrimStart('<').Split('@')[0], "N", out Guid id) ? id : null;

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

    private sealed record Call(string? MessageId, string? Status);
}
