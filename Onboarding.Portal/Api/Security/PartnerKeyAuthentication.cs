using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Onboarding.Core.Partners;
using Onboarding.Portal.Api.Problems;
using Onboarding.Portal.Features;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Api.Security;

/// <summary>Knows a partner by the key in the header <c>Authorization: Bearer onb_…</c>, and by nothing else.</summary>
/// <param name="options">Options of the scheme; there are none.</param>
/// <param name="logs">Log of the framework.</param>
/// <param name="encoder">Encoder of the framework.</param>
/// <param name="keys">The core's look at a key.</param>
internal sealed class PartnerKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, PartnerKeyCheck keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "PartnerKey";

    /// <summary>The claim of a scope.</summary>
    public const string ScopeClaim = "scope";

    private const string Bearer = "Bearer ";

    private KeyProblem? _problem;

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        KeyVerdict verdict = await keys.CheckAsync(header[Bearer.Length..].Trim(), Context.RequestAborted);
        _problem = verdict.Problem;
        if (verdict.Caller is not { } caller)
        {
            return AuthenticateResult.Fail(verdict.Problem?.ToString() ?? nameof(KeyProblem.Unknown));
        }

        Context.Features.Set(caller);
        Claim[] claims = [new(ClaimTypes.NameIdentifier, caller.PartnerId.ToString("N")), .. PartnerScopeNames.Names(caller.Scopes).Select(scope => new Claim(ScopeClaim, scope))];
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName)), SchemeName));
    }

    /// <inheritdoc />
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = _problem is null ? "Bearer realm=\"partner-api\"" : "Bearer realm=\"partner-api\", error=\"invalid_token\"";
        ProblemAnswer answer = new(ApiProblemKind.Unauthorized);
        return (_problem is { } problem ? answer with { Detail = DomainTexts.Of(problem), Code = $"key_{ApiJson.Name(problem)}" } : answer).WriteAsync(Context);
    }

    /// <inheritdoc />
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        string scope = Context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>() is { } required ? PartnerScopeNames.Name(required.Scope) : "";
        Response.Headers.WWWAuthenticate = $"Bearer realm=\"partner-api\", error=\"insufficient_scope\", scope=\"{scope}\"";
        return new ProblemAnswer(ApiProblemKind.ScopeMissing) { Detail = ApiText.ScopeMissingDetail.With(scope) }.WriteAsync(Context);
    }
}
