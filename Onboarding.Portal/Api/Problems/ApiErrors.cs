using Microsoft.Net.Http.Headers;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Api.Problems;

/// <summary>
/// Whatever goes wrong under the partner interface is told as a problem, never as a page: addresses that do not exist, wrong
/// methods and media types, bodies cut off, and what nobody foresaw.
/// </summary>
internal static class ApiErrors
{
    /// <summary>Surrounds the interface. Its place is behind the languages and before everything that can fail.</summary>
    public static void UseApiErrors(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!PortalPaths.IsApi(context.Request.Path))
        {
            await next(context);
            return;
        }

        // Who signed in at the pages is nobody here: a key is the only way in, so no other site can send requests in a person's name.
        context.Request.Headers.Remove(HeaderNames.Cookie);
        await AnswerAsync(context, next);
    });

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest, ContentLength: null })
            {
                await new ProblemAnswer(ApiProblemKind.Of(context.Response.StatusCode)).WriteAsync(context);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody listens any more.
        }
        catch (BadHttpRequestException failure)
        {
            await new ProblemAnswer(ApiProblemKind.Of(failure.StatusCode)).WriteAsync(context);
        }
        catch (InvalidDataException)
        {
            // Multipart with more or longer headers than any sender needs.
            await new ProblemAnswer(ApiProblemKind.MalformedRequest).WriteAsync(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            ApiLog.Failed(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ApiErrors)), failure);
            context.Response.Clear();
            await new ProblemAnswer(ApiProblemKind.InternalError).WriteAsync(context);
        }
    }
}
