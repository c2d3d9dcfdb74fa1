using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Onboarding.Portal.Mail;

namespace Onboarding.Portal.Api.Problems;

/// <summary>A problem as an answer.</summary>
/// <param name="Kind">Which kind.</param>
internal sealed record ProblemAnswer(ApiProblemKind Kind) : IResult
{
    /// <summary>The media type of problems.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>What can be done, where the kind's own words do not say enough.</summary>
    public string? Detail { get; init; }

    /// <summary>A closer word for programs than the kind's.</summary>
    public string? Code { get; init; }

    /// <summary>What is wrong with each field.</summary>
    public IReadOnlyList<ApiFieldError>? Errors { get; init; }

    /// <summary>After how many seconds to try again, or null.</summary>
    public int? RetryAfter { get; init; }

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext);

    /// <summary>Writes it, unless something was sent already.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        if (response.HasStarted)
        {
            return;
        }

        response.StatusCode = Kind.Status;
        response.ContentType = MediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        response.Headers.Vary = "Accept-Language";
        if (RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        byte[] body = JsonSerializer.SerializeToUtf8Bytes(Compose(context), ApiJson.Options);
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private ApiProblem Compose(HttpContext context) => new()
    {
        Type = context.RequestServices.GetRequiredService<PublicAddress>().Of(Kind.Path),
        Title = Kind.Title(),
        Status = Kind.Status,
        Detail = Detail ?? Kind.Detail(),
        Code = Code ?? Kind.Code,
        TraceId = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier,
        Errors = Errors,
    };
}
