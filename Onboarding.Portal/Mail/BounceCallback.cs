using Microsoft.AspNetCore.Mvc;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Integrations;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Mail;

/// <summary>
/// Where the mail system tells of mails that came back. Whoever knows the secret may: the signature is that of the activation
/// system's callbacks. What it says is idempotent and of one sending, so the same word twice does no harm, also after a person had the
/// mail sent again.
/// </summary>
internal static partial class BounceCallback
{
    /// <summary>The address.</summary>
    public const string Path = "/api/mail/bounces";

    // RFC 3463: 5 is permanent; 4 may still arrive, and 2 has.
    private const char Permanent = '5';

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
        [FromServices] ILoggerFactory logs,
        CancellationToken cancellation)
    {
        (byte[] body, IResult? refusal) = await SignedCallback.ReadAsync(http.Request, settings.BounceKey!, clock.GetUtcNow(), cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        if (SignedCallback.Parse<Call>(body) is not { Status: [var kind, '.', ..] } call || MailHeaders.Read(call.MessageId) is not { } mail)
        {
            return SignedCallback.Malformed();
        }

        if (kind != Permanent)
        {
            return Results.NoContent();
        }

        Result<CaseState> taken = await handler.HandleAsync(new TakeBounce(mail.Id, mail.Sending), Actor.System("MailBounces"), cancellation);
        if (taken.Refusal is { Code: RefusalCode.MessageSentAgain })
        {
            LogEarlierSending(logs.CreateLogger(nameof(BounceCallback)), mail.Id);
            return Results.NoContent();
        }

        return taken.Refusal switch
        {
            null => Results.NoContent(),
            NotFound => SignedCallback.Refuse(StatusCodes.Status404NotFound, "message_not_known"),
            _ => SignedCallback.ComeAgain(),
        };
    }

    [LoggerMessage(EventId = 4131, Level = LogLevel.Information, Message = "An earlier sending of message {Message} came back; it was sent again since, and stays as it is")]
    private static partial void LogEarlierSending(ILogger logger, Guid message);

    private sealed record Call(string? MessageId, string? Status);
}
