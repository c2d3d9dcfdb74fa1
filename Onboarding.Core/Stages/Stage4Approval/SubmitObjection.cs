using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>The applicant objects to the rejection, once for each (stage 4).</summary>
/// <param name="CaseId">Which case.</param>
/// <param name="Grounds">Why; required.</param>
public sealed record SubmitObjection(Guid CaseId, string Grounds)
{
    /// <inheritdoc/>
    public override string ToString() => CaseId.ToString("N");
}

/// <summary>Handles <see cref="SubmitObjection"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="protection">Encryption.</param>
/// <param name="settings">Until when.</param>
public sealed class SubmitObjectionHandler(CaseWriter writer, CaseProtection protection, ApprovalSettings settings) : IUseCase
{
    /// <summary>Keeps the objection, lays it before the supervisors and tells the applicant that it came in.</summary>
    public Task<Result<CaseState>> HandleAsync(SubmitObjection command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(new CaseTarget(command.CaseId, null), actor, work => Submit(work, command.Grounds), cancellationToken);

    private Refusal? Submit(CaseWork work, string text)
    {
        var rejection = work.Case.LastRejection;
        if (work.Act(CaseAction.SubmitObjection, details: rejection is null ? null : $$"""{"decision":"{{rejection.Id:N}}"}""") is { } refusal)
        {
            return refusal;
        }

        if (rejection is null || work.Now > settings.ObjectBy(rejection.At))
        {
            return new NotAllowed(RefusalCode.ObjectionTooLate);
        }

        if (FreeText.Refuse(nameof(SubmitObjection.Grounds), text, Objection.TextMaxLength, isRequired: true) is { } invalid)
        {
            return invalid;
        }

        work.Case.Add(new Objection(rejection.Id, work.Case.Id, protection.ProtectObjection(rejection.Id, FreeText.Clean(text)), work.Now));
        work.RaiseConcern(ConcernKind.Objection, rejection.Id);
        work.Send(OutboxKind.MailObjectionReceived, rejection.Id);
        return null;
    }
}
