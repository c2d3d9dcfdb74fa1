using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting.Wallboards;

/// <summary>Makes and revokes the links of screens on the wall, for supervisors and administrators.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="contexts">Makes contexts.</param>
/// <param name="clock">Clock.</param>
public sealed class WallScreensHandler(UnitOfWork unitOfWork, OnboardingContextFactory contexts, TimeProvider clock) : IUseCase
{
    /// <summary>The most screens that show at the same time.</summary>
    public const int Most = 50;

    /// <summary>The screens, the newest first: those that show, and the last ones that were revoked.</summary>
    public async Task<Result<IReadOnlyList<WallScreen>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!MayManage(actor))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        await using var context = contexts.CreateDbContext();
        return await context.WallScreens.AsNoTracking()
            .OrderBy(screen => screen.RevokedAt != null).ThenByDescending(screen => screen.MadeAt)
            .Take(Most * 2).ToListAsync(cancellationToken);
    }

    /// <summary>Makes a screen and answers the token of its link: the only time that it is seen.</summary>
    public async Task<Result<string>> CreateAsync(string name, Actor actor, CancellationToken cancellationToken)
    {
        var token = AccessToken.New();
        var made = await WriteAsync("WallScreen.Create", actor, async (scope, now) =>
        {
            if (FreeText.Refuse(nameof(WallScreen.Name), name, WallScreen.NameMaxLength, isRequired: true) is { } invalid)
            {
                return invalid;
            }

            if (await scope.Context.WallScreens.CountAsync(screen => screen.RevokedAt == null, cancellationToken) >= Most)
            {
                return new Invalid(nameof(WallScreen.Name), InputProblem.OutOfRange);
            }

            var screen = new WallScreen(SequentialId.New(clock), FreeText.Clean(name), token.Hash(), actor.Name, now);
            scope.Context.WallScreens.Add(screen);
            return screen.Id;
        }, cancellationToken);
        return made.IsDone ? token.Reveal() : made.Refusal;
    }

    /// <summary>Revokes a link, at once and for good. One that is revoked stays so.</summary>
    public Task<Result<Guid>> RevokeAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        WriteAsync("WallScreen.Revoke", actor, async (scope, now) =>
        {
            if (await scope.Context.WallScreens.SingleOrDefaultAsync(screen => screen.Id == id, cancellationToken) is not { } screen)
            {
                return new NotFound(RefusalCode.RecordNotFound);
            }

            screen.Revoke(now);
            return screen.Id;
        }, cancellationToken);

    private static bool MayManage(Actor actor) => actor.Has(ActorRole.Supervisor) || actor.Has(ActorRole.Administrator);

    private Task<Result<Guid>> WriteAsync(string action, Actor actor, Func<WriteScope, DateTimeOffset, Task<Result<Guid>>> change, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync<Guid>(
            async scope =>
            {
                if (!MayManage(actor))
                {
                    return new NotAllowed(RefusalCode.RoleNotAllowed);
                }

                var now = Instant.Now(clock);
                var changed = await change(scope, now);
                if (changed.IsDone)
                {
                    await scope.RecordAsync(new AuditEntry(action) { Details = $$"""{"screen":"{{changed.Value:N}}"}""" }, actor, SequentialId.New(clock), now, cancellationToken);
                }

                return changed;
            },
            cancellationToken);
}
