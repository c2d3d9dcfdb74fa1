using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Reporting.Printing;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting.Issuing;

/// <summary>One form in the list of a case.</summary>
/// <param name="Form">The form.</param>
/// <param name="Printing">How far its printing is.</param>
/// <param name="Failure">Why it could not be printed, or null.</param>
public sealed record IssuedFormLine(IssuedForm Form, PrintState Printing, PrintFailure? Failure);

/// <summary>The forms of a case.</summary>
/// <param name="contexts">Makes contexts for reading.</param>
public sealed class IssuedFormReader(OnboardingContextFactory contexts)
{
    /// <summary>The longest list.</summary>
    public const int Most = 100;

    /// <summary>The forms that were issued or wait for it, the newest first. Who may not look into cases learns nothing.</summary>
    public async Task<Result<IReadOnlyList<IssuedFormLine>>> ListAsync(Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsStaff || !CaseAccess.MayRead(actor))
        {
            return new NotFound(RefusalCode.CaseNotFound);
        }

        await using var context = contexts.CreateDbContext();
        var rows = await context.IssuedForms.AsNoTracking()
            .Where(form => form.CaseId == caseId)
            .OrderByDescending(form => form.RequestedAt).ThenByDescending(form => form.Sequence)
            .Take(Most)
            .Join(context.PrintRequests.AsNoTracking(), form => (Guid?)form.Id, request => request.FormId, (form, request) => new { form, request.State, request.Failure })
            .ToListAsync(cancellationToken);
        return rows.OrderByDescending(row => row.form.RequestedAt).ThenByDescending(row => row.form.Sequence)
            .Select(row => new IssuedFormLine(row.form, row.State, row.Failure)).ToList();
    }
}
