using System.Net.Mime;
using System.Text.Json;
using Onboarding.Core.Partners;
using Onboarding.Portal.Api.Requests;

namespace Onboarding.Portal.Api;

/// <summary>An answer whose bytes are kept, so that a repetition gets the same.</summary>
/// <param name="Given">The answer, and whether it was given before.</param>
internal sealed record JsonAnswer(GivenAnswer Given) : IResult
{
    /// <summary>An answer that is kept.</summary>
    public static PartnerAnswer Compose<T>(int status, string location, T body) =>
        new(status, location, JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Options));

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.StatusCode = Given.Answer.Status;
        response.ContentType = MediaTypeNames.Application.Json;
        response.ContentLength = Given.Answer.Body.Length;
        response.Headers.Location = Given.Answer.Location;
        if (Given.IsReplay)
        {
            response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        }

        await response.Body.WriteAsync(Given.Answer.Body, httpContext.RequestAborted);
    }
}
