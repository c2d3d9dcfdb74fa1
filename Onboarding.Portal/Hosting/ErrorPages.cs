using Microsoft.AspNetCore.Diagnostics;

namespace Onboarding.Portal.Hosting;

/// <summary>What is answered when a request cannot be: a page to a person, a plain status to a program, and never a 500 for bad input.</summary>
internal static class ErrorPages
{
    /// <summary>Catches exceptions and gives empty error answers a page.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            StatusCodeSelector = StatusOf,
            CreateScopeForErrors = true,
            AllowStatusCode404Response = true,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
        app.Use(MakeRoomForPage);
        app.Use((context, next) =>
        {
            if (PortalPaths.IsForPrograms(context.Request.Path) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }

            return next(context);
        });
    }

    // The request runs again for the error page, with the method and the answer it has by then. A page that is posted to
    // looks for a form and its token and would turn every refusal into an empty 400; and an answer that has a content type,
    // as a page sets it before it looks for the token, counts as complete and would stay empty.
    private static async Task MakeRoomForPage(HttpContext context, RequestDelegate next)
    {
        await next(context);
        HttpResponse response = context.Response;
        if (response is { StatusCode: >= StatusCodes.Status400BadRequest, HasStarted: false, ContentLength: null })
        {
            response.ContentType = null;
            context.Request.Method = HttpMethods.Get;
        }
    }

    /// <summary>
    /// Answers 404 and 405 before anybody is asked to sign in: the fallback policy also covers addresses that do not exist,
    /// and would send a visitor with a mistyped link to the sign-in page.
    /// </summary>
    public static void UseNotFoundBeforeSignIn(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            switch (context.GetEndpoint())
            {
                case RouteEndpoint:
                    return next(context);
                case { RequestDelegate: { } wrongMethod }:
                    return wrongMethod(context);
                default:
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;
            }
        });

    // What a client sent wrong is the client's fault, wherever it was noticed: a body that is too large or cut off, a form
    // with too many fields, a header that is no header.
    private static int StatusOf(Exception failure) => failure switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };
}
