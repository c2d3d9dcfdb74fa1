using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting;

/// <summary>Form Persetujuan Pelanggan (SOP stage 4): the supervisor's decision and what it rests on.</summary>
/// <param name="Subject">The case.</param>
/// <param name="Decision">The decision in force: approved or rejected.</param>
/// <param name="Proof">The event of the audit trail that recorded the decision.</param>
/// <param name="DeciderTookNoPart">Four eyes: true when the decider neither entered, verified nor recorded the case.</param>
/// <param name="Parts">Who prepared what.</param>
/// <param name="Checklist">Checklist Kelengkapan Data of stage 1.</param>
/// <param name="Checks">Form Verifikasi Data of stage 2: the latest check of each fact.</param>
/// <param name="Storage">Storage and security checklist of stage 3.</param>
/// <param name="Duplicates">Matches of the duplicate search, decided.</param>
/// <param name="Earlier">Recommendations and decisions before this one, oldest first.</param>
/// <param name="ActivatedAt">When the service became active (UTC), or null.</param>
/// <param name="ActivationReference">The activation system's reference, or null.</param>
public sealed record ApprovalForm(
    ReportSubject Subject,
    DecisionLine Decision,
    AuditProof? Proof,
    bool DeciderTookNoPart,
    IReadOnlyList<PartLine> Parts,
    IReadOnlyList<ChecklistLine> Checklist,
    IReadOnlyList<CheckLine> Checks,
    IReadOnlyList<StorageLine> Storage,
    IReadOnlyList<DuplicateLine> Duplicates,
    IReadOnlyList<DecisionLine> Earlier,
    DateTimeOffset? ActivatedAt,
    string? ActivationReference)
{
    /// <summary>The form of a case, or null while no decision is in force: none was made, or the case was opened again since.</summary>
    public static ApprovalForm? Build(CaseFile file, Product product)
    {
        var decisions = Ordered(file.Case);
        if (!IsIssuedFor(file.Case))
        {
            return null;
        }

        var last = decisions[^1];
        return new ApprovalForm(
            ReportBuilder.Subject(file, product),
            ReportBuilder.Line(file, last),
            ProofOf(last, file.Timeline),
            !file.Case.Participations.Any(entry => entry.StaffId == last.ById),
            ReportBuilder.Parts(file.Case),
            file.Checklist,
            ReportBuilder.Checks(file),
            file.Storage,
            ReportBuilder.Duplicates(file.Case),
            [.. decisions[..^1].Select(decision => ReportBuilder.Line(file, decision))],
            file.Case.ActivatedAt,
            file.Case.ActivationReference);
    }

    /// <summary>True while a decision is in force, so that there is a form to print.</summary>
    public static bool IsIssuedFor(OnboardingCase owner) =>
        Ordered(owner) is [.., { Outcome: DecisionOutcome.Approved or DecisionOutcome.Rejected }];

    private static List<Decision> Ordered(OnboardingCase owner) =>
        [.. owner.Decisions.OrderBy(decision => decision.At).ThenBy(decision => decision.Id)];

    private static AuditProof? ProofOf(Decision decision, IReadOnlyList<AuditEvent> timeline)
    {
        var action = (decision.Outcome == DecisionOutcome.Approved ? CaseAction.Approve : CaseAction.Reject).ToString();
        var recorded = timeline.FirstOrDefault(item => item.Action == action && item.ActorId == decision.ById && item.At == decision.At);
        return recorded is null ? null : new AuditProof(recorded.Sequence, Convert.ToHexStringLower(recorded.Hash));
    }
}
