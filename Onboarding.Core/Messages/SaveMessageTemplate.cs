using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Messages;

/// <summary>A new version of the template of a message.</summary>
/// <param name="Key">Which message.</param>
/// <param name="SeenVersion">The newest version when the editor read it, 0 for none: somebody else's newer one is not overwritten.</param>
/// <param name="Content">What it says, or null to go back to the portal's own words.</param>
public sealed record SaveMessageTemplate(TemplateKey Key, int SeenVersion, TemplateContent? Content);

/// <summary>Handles <see cref="SaveMessageTemplate"/>. What is sent from now on is written by it, also what was ordered before.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="clock">Clock.</param>
public sealed class SaveMessageTemplateHandler(UnitOfWork unitOfWork, TimeProvider clock) : IUseCase
{
    /// <summary>Saves the template. For the administrator. A placeholder that nobody knows is refused, with those that are known.</summary>
    public async Task<Result<Done>> HandleAsync(SaveMessageTemplate command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.Administrator))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        var key = command.Key;
        if (!Placeholders.Kinds.Contains(key.Kind) || !Enum.IsDefined(key.Language))
        {
            return new Invalid(nameof(TemplateKey.Kind), InputProblem.UnknownChoice);
        }

        var content = command.Content is null ? null : TemplateRules.Clean(command.Content);
        if (content is not null && TemplateRules.Check(key.Kind, content) is { Count: > 0 } errors)
        {
            return new Invalid(errors);
        }

        return await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                if (key.ProductCode != TemplateKey.EveryProduct && !await scope.Context.Products.AnyAsync(product => product.Code == key.ProductCode, cancellationToken))
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                var newest = await MessageTemplates.Of(scope.Context, key).MaxAsync(template => (int?)template.Version, cancellationToken) ?? 0;
                if (newest != command.SeenVersion)
                {
                    return new Conflict(RefusalCode.VersionConflict);
                }

                var now = Instant.Now(clock);
                scope.Context.MessageTemplates.Add(new MessageTemplate(key, newest + 1, content, actor, now));
                var details = $$"""{"mail":"{{key.Kind}}","product":"{{key.ProductCode}}","language":"{{key.Language}}","version":{{newest + 1}}}""";
                await scope.RecordAsync(new AuditEntry("MessageTemplate.Save") { Details = details }, actor, SequentialId.New(clock), now, cancellationToken);
                return Done.Instance;
            },
            cancellationToken);
    }
}
