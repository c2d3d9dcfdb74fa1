using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Protection;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Partners;

/// <summary>Which addresses webhooks may go to. What a name resolves to is judged at each delivery.</summary>
/// <param name="AllowLoopback">Whether this machine itself may be one, also without HTTPS: for a demonstration and for tests.</param>
public sealed record WebhookRules(bool AllowLoopback = false)
{
    /// <summary>Whether a partner may have this address: https, no name and password in it, no fragment.</summary>
    /// <param name="address">The address as typed.</param>
    public bool Allows(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps ? AllowLoopback || !uri.IsLoopback : AllowLoopback && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback);
}

/// <summary>Sets where and with which secret a partner's webhooks are sent.</summary>
/// <param name="audit">Writes, with the audit event.</param>
/// <param name="protector">Encryption of the secret.</param>
/// <param name="rules">Which addresses are allowed.</param>
public sealed class PartnerWebhookHandler(PartnerAudit audit, PersonalDataProtector protector, WebhookRules rules) : IUseCase
{
    /// <summary>How long the secret before goes on signing after a rotation.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    /// <summary>Sets the address; null ends the webhooks. The first address comes with a secret, which is answered this once.</summary>
    public async Task<Result<string?>> SetAddressAsync(Guid partnerId, string? address, Actor actor, CancellationToken cancellationToken)
    {
        var url = string.IsNullOrWhiteSpace(address) ? null : address.Trim();
        WebhookSecret? secret = null;
        var result = await audit.WriteAsync("Partner.WebhookAddress", partnerId, actor, async (scope, now) =>
        {
            if (Refuse(url) is { } invalid)
            {
                return invalid;
            }

            if (await scope.Context.Partners.SingleOrDefaultAsync(item => item.Id == partnerId, cancellationToken) is not { } partner)
            {
                return new NotFound(RefusalCode.RecordNotFound);
            }

            if (url is not null && partner.ProtectedWebhookSecret is null)
            {
                secret = WebhookSecret.New();
                partner.RotateSecret(secret.Protect(protector, partnerId), now);
            }

            partner.SetWebhook(url);
            return string.Empty;
        }, cancellationToken);
        return result.IsDone ? secret?.Reveal() : result.Refusal;
    }

    /// <summary>Makes a new secret and answers it. The one before signs as well for <see cref="Overlap"/>.</summary>
    public async Task<Result<string>> RotateSecretAsync(Guid partnerId, Actor actor, CancellationToken cancellationToken)
    {
        var secret = WebhookSecret.New();
        var result = await audit.WriteAsync("Partner.WebhookSecret", partnerId, actor, async (scope, now) =>
        {
            if (await scope.Context.Partners.SingleOrDefaultAsync(item => item.Id == partnerId, cancellationToken) is not { } partner)
            {
                return new NotFound(RefusalCode.RecordNotFound);
            }

            partner.RotateSecret(secret.Protect(protector, partnerId), now + Overlap);
            return string.Empty;
        }, cancellationToken);
        return result.IsDone ? secret.Reveal() : result.Refusal;
    }

    private Invalid? Refuse(string? url) => url switch
    {
        null => null,
        { Length: > Partner.WebhookUrlMaxLength } => new Invalid(nameof(Partner.WebhookUrl), InputProblem.TooLong, Partner.WebhookUrlMaxLength.ToString(CultureInfo.InvariantCulture)),
        _ => rules.Allows(url) ? null : new Invalid(nameof(Partner.WebhookUrl), InputProblem.NotWellFormed),
    };
}
