using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Reporting.Printing;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting.Issuing;

/// <summary>Gives up a form that has its number but is not printed.</summary>
/// <param name="FormId">Which.</param>
public sealed record GiveUpForm(Guid FormId);

/// <summary>Handles <see cref="GiveUpForm"/>: the number stays taken by a form that was never issued, so the series keeps no gap.</summary>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="writer">The gate to a case.</param>
/// <param name="feed">Told of it.</param>
public sealed class GiveUpFormHandler(OnboardingContextFactory contexts, CaseWriter writer, PrintFeed feed) : IUseCase
{
    /// <summary>Gives it up, unless it is just being printed.</summary>
    public async Task<Result<CaseState>> HandleAsync(GiveUpForm command, Actor actor, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var caseId = await context.IssuedForms.Where(form => form.Id == command.FormId).Select(form => (Guid?)form.CaseId).SingleOrDefaultAsync(cancellationToken);
        if (caseId is null || !actor.IsStaff || !CaseAccess.MayRead(actor))
        {
            return new NotFound(RefusalCode.RecordNotFound);
        }

        Guid? requestId = null;
        var written = await writer.ActAsync(
            new CaseTarget(caseId.Value, null),
            actor,
            async (work, scope) =>
            {
                var form = await scope.Context.IssuedForms.SingleAsync(item => item.Id == command.FormId, cancellationToken);
                var request = await scope.Context.PrintRequests.SingleAsync(item => item.FormId == form.Id, cancellationToken);
                if (form.State != IssuedFormState.Pending || request.State is not (PrintState.Waiting or PrintState.Failed))
                {
                    return new Conflict(RefusalCode.PrintNotOpen);
                }

                requestId = request.Id;
                request.Stop(work.Now);
                form.GiveUp();
                work.Record(new AuditEntry("Form.GiveUp") { Details = $$"""{"report":"{{form.Kind}}","number":"{{form.Number}}"}""" });
                return null;
            },
            cancellationToken);
        if (requestId is { } changed)
        {
            feed.Publish(changed);
        }

        return written;
    }
}
