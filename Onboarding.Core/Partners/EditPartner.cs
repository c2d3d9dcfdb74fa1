using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Partners;

/// <summary>What an administrator enters about a partner.</summary>
/// <param name="Name">Name of the company.</param>
/// <param name="ContactEmail">Who is told when something is wrong.</param>
public sealed record PartnerDetails(string Name, string ContactEmail);

/// <summary>Makes partners, renames and disables them.</summary>
/// <param name="audit">Writes, with the audit event.</param>
/// <param name="clock">Clock.</param>
public sealed class EditPartnerHandler(PartnerAudit audit, TimeProvider clock) : IUseCase
{
    /// <summary>Makes a partner; answers its id.</summary>
    public async Task<Result<Guid>> CreateAsync(PartnerDetails details, Actor actor, CancellationToken cancellationToken)
    {
        var id = SequentialId.New(clock);
        var result = await audit.WriteAsync("Partner.Create", id, actor, async (scope, now) =>
        {
            if (Validate(details) is { } invalid)
            {
                return invalid;
            }

            var name = FreeText.Clean(details.Name);
            if (await scope.Context.Partners.AnyAsync(partner => partner.Name == name, cancellationToken))
            {
                return new Invalid(nameof(PartnerDetails.Name), InputProblem.MustDiffer);
            }

            scope.Context.Partners.Add(new Partner(id, name, details.ContactEmail.Trim(), now));
            return string.Empty;
        }, cancellationToken);
        return result.IsDone ? id : result.Refusal;
    }

    /// <summary>Changes name and contact.</summary>
    public Task<Result<Done>> RenameAsync(Guid partnerId, PartnerDetails details, Actor actor, CancellationToken cancellationToken) =>
        audit.WriteAsync("Partner.Rename", partnerId, actor, async (scope, _) =>
        {
            if (Validate(details) is { } invalid)
            {
                return invalid;
            }

            var name = FreeText.Clean(details.Name);
            if (await scope.Context.Partners.AnyAsync(partner => partner.Name == name && partner.Id != partnerId, cancellationToken))
            {
                return new Invalid(nameof(PartnerDetails.Name), InputProblem.MustDiffer);
            }

            if (await scope.Context.Partners.SingleOrDefaultAsync(item => item.Id == partnerId, cancellationToken) is not { } partner)
            {
                return new NotFound(RefusalCode.RecordNotFound);
            }

            partner.Rename(name, details.ContactEmail.Trim());
            return string.Empty;
        }, cancellationToken);

    /// <summary>Disables the partner, so that none of its keys opens anything, or enables it again.</summary>
    public Task<Result<Done>> SetDisabledAsync(Guid partnerId, bool isDisabled, Actor actor, CancellationToken cancellationToken) =>
        audit.WriteAsync(isDisabled ? "Partner.Disable" : "Partner.Enable", partnerId, actor, async (scope, now) =>
        {
            if (await scope.Context.Partners.SingleOrDefaultAsync(item => item.Id == partnerId, cancellationToken) is not { } partner)
            {
                return new NotFound(RefusalCode.RecordNotFound);
            }

            partner.SetDisabled(isDisabled ? partner.DisabledAt ?? now : null);
            return string.Empty;
        }, cancellationToken);

    private static Invalid? Validate(PartnerDetails details) =>
        FreeText.Refuse(nameof(PartnerDetails.Name), details.Name, Partner.NameMaxLength, isRequired: true)
        ?? (EmailAddress.Read(details.ContactEmail).IsValid
            ? null
            : new Invalid([new FieldError(nameof(PartnerDetails.ContactEmail), InputProblem.NotWellFormed)
            {
                Finding = EmailAddress.Read(details.ContactEmail).Findings[0],
            }]));
}
