using Microsoft.AspNetCore.Authorization;

namespace Onboarding.Portal.Security;

/// <summary>On the one kind of page that a person with a one-time password may open: the one that replaces it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowsOneTimePasswordAttribute : Attribute
{
    /// <summary>Whether the person's password is their own, or the page is for replacing it.</summary>
    /// <param name="context">What is asked: a request's endpoint, or a page inside a circuit.</param>
    internal static bool IsSatisfied(AuthorizationHandlerContext context) =>
        !context.User.MustChangePassword() || context.Resource switch
        {
            HttpContext request => request.GetEndpoint()?.Metadata.GetMetadata<AllowsOneTimePasswordAttribute>() is not null,
            Microsoft.AspNetCore.Components.RouteData page => page.PageType.IsDefined(typeof(AllowsOneTimePasswordAttribute), inherit: false),
            _ => false,
        };
}
