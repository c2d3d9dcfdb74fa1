using Onboarding.Portal.Api.Problems;
using Onboarding.Portal.Features.Public.Registration;
using Onboarding.Portal.Live;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Hosting;

/// <summary>What every request passes through.</summary>
internal static class RequestPipeline
{
    /// <summary>
    /// Adds the steps. The order matters: who asks is known before anything is answered or counted; headers and error pages
    /// surround all that can fail; an address that does not exist is answered before anybody is asked to sign in.
    /// </summary>
    public static void UseRequestPipeline(this WebApplication portal)
    {
        portal.UseStopping();
        portal.UseTrustedProxies();
        portal.UseSecurityHeaders();
        portal.UseErrorPages();
        portal.UseTransportSecurity();
        portal.UseRequestLocalization();
        portal.UseApiErrors();
        portal.UseRouting();
        portal.UseNotFoundBeforeSignIn();
        portal.UseRateLimiter();
        portal.Use((context, next) => portal.Services.GetRequiredService<LinkGuesses>().GuardAsync(context, next));
        portal.Use(MailLanguage.AnswerAsync);
        portal.Use(DraftLinks.AnswerAsync);
        portal.UseAuthentication();
        portal.UseAuthorization();
        portal.Use(portal.Services.GetRequiredService<HubConnectionLimit>().GuardAsync);
        portal.Use(StaffAddresses.AnswerAsync);
        portal.UseAntiforgery();
    }
}
