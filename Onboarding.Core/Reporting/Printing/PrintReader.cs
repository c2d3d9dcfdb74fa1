using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting.Printing;

/// <summary>A case that can be chosen for a bulk print.</summary>
/// <param name="Id">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">The applicant.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="UpdatedAt">When it last changed (UTC).</param>
public sealed record PrintChoice(Guid Id, string Number, string Name, CaseStatus Status, DateTimeOffset UpdatedAt);

/// <summary>Reads bulk prints and what can be printed, for supervisors; each sees the own prints alone.</summary>
/// <param name="contexts">Makes contexts for reading.</param>
public sealed class PrintReader(OnboardingContextFactory contexts)
{
    /// <summary>How many cases a page offers.</summary>
    public const int PageSize = 50;

    /// <summary>How many prints are listed.</summary>
    public const int MostPrints = 20;

    /// <summary>Cases in a status, the newest first.</summary>
    /// <param name="status">In which status.</param>
    /// <param name="before">The last of the page before, or null.</param>
    /// <param name="actor">A supervisor.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Result<IReadOnlyList<PrintChoice>>> ChoicesAsync(CaseStatus status, Guid? before, Actor actor, CancellationToken cancellationToken)
    {
        if (Refuse(actor) is { } refusal)
        {
            return refusal;
        }

        await using var context = contexts.CreateDbContext();
        return await context.Cases.AsNoTracking()
            .Where(owner => owner.Status == status && (before == null || owner.Id.CompareTo(before.Value) < 0))
            .OrderByDescending(owner => owner.Id).Take(PageSize)
            .Select(owner => new PrintChoice(owner.Id, owner.Number, owner.ApplicantName, owner.Status, owner.UpdatedAt))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The person's own bulk prints, the newest first.</summary>
    public async Task<Result<IReadOnlyList<PrintRequest>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (Refuse(actor) is { } refusal)
        {
            return refusal;
        }

        await using var context = contexts.CreateDbContext();
        return await context.PrintRequests.AsNoTracking()
            .Where(request => request.FormId == null && request.RequestedById == actor.Id)
            .OrderByDescending(request => request.Id).Take(MostPrints)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The reports of one of the person's own prints, in their order.</summary>
    public async Task<Result<IReadOnlyList<PrintItem>>> ItemsAsync(Guid requestId, Actor actor, CancellationToken cancellationToken)
    {
        if (Refuse(actor) is { } refusal)
        {
            return refusal;
        }

        await using var context = contexts.CreateDbContext();
        return await context.PrintItems.AsNoTracking()
            .Where(item => item.RequestId == requestId && context.PrintRequests.Any(request => request.Id == requestId && request.RequestedById == actor.Id))
            .OrderBy(item => item.Number)
            .ToListAsync(cancellationToken);
    }

    private static NotAllowed? Refuse(Actor actor) => actor.Has(ActorRole.Supervisor) ? null : new NotAllowed(RefusalCode.RoleNotAllowed);
}
