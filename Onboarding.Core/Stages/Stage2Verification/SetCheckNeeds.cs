using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>Says which checks a product needs for a kind of customer; what is not named stays as it is.</summary>
/// <param name="ProductCode">The product.</param>
/// <param name="Kind">The kind of customer.</param>
/// <param name="Needs">The need of each check.</param>
/// <param name="Seen">The needs that were changed, as the editor read them: what somebody else set meanwhile is not overwritten unseen.</param>
public sealed record SetCheckNeeds(
    string ProductCode, CustomerKind Kind, IReadOnlyDictionary<CheckCode, CheckNeed> Needs, IReadOnlyDictionary<CheckCode, CheckNeed> Seen);

/// <summary>Handles <see cref="SetCheckNeeds"/>. Cases that stand in stage 2 are measured by the new setting at once.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="provider">Reads the settings again afterwards.</param>
/// <param name="clock">Clock.</param>
public sealed class SetCheckNeedsHandler(UnitOfWork unitOfWork, VerificationRulesProvider provider, TimeProvider clock) : IUseCase
{
    /// <summary>Saves the setting.</summary>
    public async Task<Result<Done>> HandleAsync(SetCheckNeeds command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.Administrator))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        if (Validate(command) is { } invalid)
        {
            return invalid;
        }

        var result = await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                if (!await scope.Context.Products.AnyAsync(product => product.Code == command.ProductCode, cancellationToken))
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                // The trail first: from here on administrators come one at a time.
                var needs = string.Join(',', command.Needs.OrderBy(entry => entry.Key).Select(entry => $"\"{entry.Key}\":\"{entry.Value}\""));
                var entry = new AuditEntry("CheckNeeds.Save") { Details = $$$"""{"product":"{{{command.ProductCode}}}","kind":"{{{command.Kind}}}","needs":{{{{needs}}}}}""" };
                await scope.RecordAsync(entry, actor, SequentialId.New(clock), Instant.Now(clock), cancellationToken);
                return await ApplyAsync(scope.Context, command, cancellationToken) is { } refusal ? refusal : Done.Instance;
            },
            cancellationToken);
        provider.Forget();
        return result;
    }

    private static Invalid? Validate(SetCheckNeeds command)
    {
        var isKnown = Enum.IsDefined(command.Kind) && command.Needs.All(entry =>
            Enum.IsDefined(entry.Key) && Enum.IsDefined(entry.Value) && ProductChecks.Concerns(entry.Key, command.Kind)
            && (entry.Value == CheckNeed.Required || !ProductChecks.IsAlwaysRequired(entry.Key)));
        return isKnown ? null : new Invalid(nameof(SetCheckNeeds.Needs), InputProblem.UnknownChoice);
    }

    private static async Task<Refusal?> ApplyAsync(OnboardingContext context, SetCheckNeeds command, CancellationToken cancellationToken)
    {
        var known = await context.ProductChecks
            .Where(item => item.ProductCode == command.ProductCode && item.Kind == command.Kind)
            .ToDictionaryAsync(item => item.Code, cancellationToken);
        if (command.Seen.Any(entry => (known.TryGetValue(entry.Key, out var row) ? row.Need : ProductChecks.Usual(entry.Key)) != entry.Value))
        {
            return new Conflict(RefusalCode.VersionConflict);
        }

        foreach (var (code, need) in command.Needs)
        {
            if (known.TryGetValue(code, out var row))
            {
                row.Set(need);
            }
            else
            {
                context.ProductChecks.Add(new ProductCheck(command.ProductCode, command.Kind, code, need));
            }
        }

        return null;
    }
}
