using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Partners;

/// <summary>A key to be made.</summary>
/// <param name="PartnerId">For which partner.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Scopes">What it opens; at least one.</param>
/// <param name="RequestsPerMinute">How many requests it may make a minute.</param>
/// <param name="ExpiresAt">From when it opens nothing (UTC), or null.</param>
public sealed record NewPartnerKey(Guid PartnerId, string Label, PartnerScopes Scopes, int RequestsPerMinute, DateTimeOffset? ExpiresAt);

/// <summary>Makes and revokes keys.</summary>
/// <param name="audit">Writes, with the audit event.</param>
/// <param name="clock">Clock.</param>
public sealed class PartnerKeysHandler(PartnerAudit audit, TimeProvider clock) : IUseCase
{
    /// <summary>Makes a key and answers it: the only time that it is seen.</summary>
    public async Task<Result<string>> CreateAsync(NewPartnerKey command, Actor actor, CancellationToken cancellationToken)
    {
        var text = ApiKeyText.New();
        var result = await audit.WriteAsync("Partner.KeyCreate", command.PartnerId, actor, async (scope, now) =>
        {
            if (Validate(command, now) is { } invalid)
            {
                return invalid;
            }

            if (!await scope.Context.Partners.AnyAsync(partner => partner.Id == command.PartnerId, cancellationToken))
            {
                return new NotFound(RefusalCode.RecordNotFound);
            }

            scope.Context.PartnerKeys.Add(new PartnerKey(
                SequentialId.New(clock), command.PartnerId, text, FreeText.Clean(command.Label), command.Scopes, command.RequestsPerMinute, command.ExpiresAt, actor.Name, now));
            return text.PublicId;
        }, cancellationToken);
        return result.IsDone ? text.Reveal() : result.Refusal;
    }

    /// <summary>Revokes a key, at once and for good. One that is revoked stays so.</summary>
    public Task<Result<Done>> RevokeAsync(Guid partnerId, Guid keyId, Actor actor, CancellationToken cancellationToken) =>
        audit.WriteAsync("Partner.KeyRevoke", partnerId, actor, async (scope, now) =>
        {
            if (await scope.Context.PartnerKeys.SingleOrDefaultAsync(item => item.Id == keyId && item.PartnerId == partnerId, cancellationToken) is not { } key)
            {
                return new NotFound(RefusalCode.RecordNotFound);
            }

            key.Revoke(key.RevokedAt ?? now);
            return key.PublicId;
        }, cancellationToken);

    private static Invalid? Validate(NewPartnerKey command, DateTimeOffset now)
    {
        if (FreeText.Refuse(nameof(NewPartnerKey.Label), command.Label, PartnerKey.LabelMaxLength, isRequired: true) is { } invalid)
        {
            return invalid;
        }

        if (command.Scopes == PartnerScopes.None || (command.Scopes & ~PartnerScopeNames.Everything) != PartnerScopes.None)
        {
            return new Invalid(nameof(NewPartnerKey.Scopes), InputProblem.Required);
        }

        if (command.RequestsPerMinute is < 1 or > PartnerKey.MostRequestsPerMinute)
        {
            return new Invalid(nameof(NewPartnerKey.RequestsPerMinute), InputProblem.OutOfRange, "1", PartnerKey.MostRequestsPerMinute.ToString(CultureInfo.InvariantCulture));
        }

        return command.ExpiresAt <= now ? new Invalid(nameof(NewPartnerKey.ExpiresAt), InputProblem.DateInPast) : null;
    }
}
