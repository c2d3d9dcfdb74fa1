using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Aftercare;
using Onboarding.Core.Audit;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Customers;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>Everything of one case, for the page that shows it, with exactly what this person may do now.</summary>
/// <param name="Case">The case; a detached copy.</param>
/// <param name="Data">The applicant's data, readable.</param>
/// <param name="Customer">The customer record, or null before stage 3.</param>
/// <param name="Checklist">Checklist Kelengkapan Data.</param>
/// <param name="Verification">Form Verifikasi Data.</param>
/// <param name="Reentries">Where the blind re-entries of stage 2 stand.</param>
/// <param name="Sources">The external sources that can say something of this applicant, with their last answers.</param>
/// <param name="HiddenFields">Paths of the fields whose values this person must not see yet, because they will type them from the document.</param>
/// <param name="Storage">Storage and security checklist.</param>
/// <param name="Warnings">What the rules find odd in the data.</param>
/// <param name="Timeline">The audit trail, newest first.</param>
/// <param name="Actions">What this person may do with the case now.</param>
/// <param name="Blocked">What belongs to this person's role but is blocked, with the reason.</param>
/// <param name="WorkItemActions">What this person may do with the work item now.</param>
public sealed record CaseFile(
    OnboardingCase Case,
    ApplicantData Data,
    Customer? Customer,
    IReadOnlyList<ChecklistLine> Checklist,
    VerificationForm Verification,
    IReadOnlyList<ReentryState> Reentries,
    IReadOnlyList<SourceLine> Sources,
    IReadOnlySet<string> HiddenFields,
    IReadOnlyList<StorageLine> Storage,
    IReadOnlyList<FieldWarning> Warnings,
    IReadOnlyList<AuditEvent> Timeline,
    IReadOnlyList<CaseAction> Actions,
    IReadOnlyList<BlockedAction> Blocked,
    IReadOnlyList<WorkItemAction> WorkItemActions)
{
    /// <summary>The rounds of clarification, oldest first, each item before and after.</summary>
    public IReadOnlyList<ClarificationRound> Rounds { get; init; } = [];

    /// <summary>What this person could do if the case were not on hold; empty without a hold.</summary>
    public IReadOnlyList<CaseAction> Paused { get; init; } = [];

    /// <summary>Every concern the case ever had, newest first, with what this person may do with it now.</summary>
    public IReadOnlyList<CaseConcern> Concerns { get; init; } = [];

    /// <summary>What the follow-ups are for, by their ids.</summary>
    public IReadOnlyDictionary<Guid, FollowUpStep> FollowUpSteps { get; init; } = new Dictionary<Guid, FollowUpStep>();

    /// <summary>What the applicant objected to rejections, newest first.</summary>
    public IReadOnlyList<ShownObjection> Objections { get; init; } = [];

    /// <summary>The categories that the rejections of this case name, by their codes; also those that are switched off by now.</summary>
    public IReadOnlyDictionary<string, RejectionReason> RejectionReasons { get; init; } = new Dictionary<string, RejectionReason>();

    /// <summary>Why the supervisor looks at this case by itself; empty for one that may be approved in one go with others.</summary>
    public IReadOnlyList<ApprovalWarning> ApprovalWarnings { get; init; } = [];

    /// <summary>How long each work item of a stage took, oldest first.</summary>
    public IReadOnlyList<StageTime> StageTimes { get; init; } = [];

    /// <summary>How the registration reached the company, or null where there is nothing to say.</summary>
    public RegistrationSource? Source { get; init; }

    /// <summary>How to address the case in a command made from this view.</summary>
    public CaseTarget Target => new(Case.Id, Case.Version);

    /// <summary>The applicant's name as this person may see it now.</summary>
    public string ShownName => HiddenFields.Contains(nameof(PersonData.FullName)) || HiddenFields.Contains(nameof(BusinessData.BusinessName))
        ? InputText.KeepInitials(Case.ApplicantName)
        : Case.ApplicantName;

    /// <summary>The same with the values covered that this person must not see yet: for what leaves the page, such as a printed form.</summary>
    public CaseFile Covered() => HiddenFields.Count == 0 ? this : this with { Data = Stages.Stage2Verification.Reentries.Cover(Data, HiddenFields) };

    /// <summary>True when this person may do the action now.</summary>
    public bool May(CaseAction action) => Actions.Contains(action);

    /// <summary>
    /// True when this person may do the action now, or could but for the hold: a form that is open stays with what was typed in it
    /// until the hold is released.
    /// </summary>
    public bool MayAfterHold(CaseAction action) => May(action) || Paused.Contains(action);
}

/// <summary>A concern of a case.</summary>
/// <param name="Item">Its work item.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Actions">What this person may do with it now.</param>
public sealed record CaseConcern(WorkItem Item, ConcernKind Kind, IReadOnlyList<WorkItemAction> Actions);

/// <summary>Reads a case for a member of staff.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="protection">Opens the applicant's data.</param>
/// <param name="rules">The rules of now.</param>
/// <param name="clock">Clock.</param>
public sealed class CaseFileReader(OnboardingContextFactory contexts, CaseProtection protection, CaseRulesProvider rules, TimeProvider clock)
{
    /// <summary>
    /// Whether there is a case with this number that this person may look into. One answer for both: who may not look into it does
    /// not learn that there is one.
    /// </summary>
    public async Task<bool> IsOpenToAsync(string number, Actor actor, CancellationToken cancellationToken)
    {
        if (!CaseAccess.MayRead(actor))
        {
            return false;
        }

        await using var context = contexts.CreateDbContext();
        return await context.Cases.Where(item => item.Number == number).AnyAsync(CaseAccess.ReadableBy(actor), cancellationToken);
    }

    /// <summary>The case with this number. Who may not look into it learns nothing of it.</summary>
    public async Task<Result<CaseFile>> ReadAsync(string number, Actor actor, CancellationToken cancellationToken)
    {
        if (!CaseAccess.MayRead(actor))
        {
            return new NotFound(RefusalCode.CaseNotFound);
        }

        await using var context = contexts.CreateDbContext();
        var id = await context.Cases.Where(item => item.Number == number).Select(item => (Guid?)item.Id).SingleOrDefaultAsync(cancellationToken);
        var owner = id is null ? null : await CaseWriter.LoadAsync(context, id.Value, cancellationToken);
        if (owner is null || !CaseAccess.MayRead(actor, owner))
        {
            return new NotFound(RefusalCode.CaseNotFound);
        }

        var data = protection.Open(owner.Id, owner.ProtectedData);
        var current = await rules.GetAsync(cancellationToken);
        var asOf = current.Policy.DateAt(owner.UpdatedAt);
        var facts = CaseFactsReader.Read(owner, data, current);
        var form = current.Verification.Read(owner, data);
        var timeline = await context.AuditEvents.AsNoTracking()
            .Where(item => item.StreamId == owner.Id)
            .OrderByDescending(item => item.Sequence)
            .ToListAsync(cancellationToken);
        return new CaseFile(
            owner,
            data,
            await context.Customers.AsNoTracking().SingleOrDefaultAsync(item => item.Products.Any(product => product.CaseId == owner.Id), cancellationToken),
            CompletenessChecklist.Read(owner, data, asOf),
            form,
            Stages.Stage2Verification.Reentries.Read(owner, data, current, form, protection),
            SourceLines.Read(owner, data, current, form, protection),
            Stages.Stage2Verification.Reentries.HiddenFrom(actor, owner, data, form),
            StorageChecklist.Read(owner),
            RegistrationRules.Check(data, asOf).Warnings,
            timeline,
            TransitionEngine.AvailableActions(facts, actor),
            Blocked(owner, facts, actor),
            owner.LiveWorkItem is { } item ? WorkItemRules.Available(facts, item.Facts, actor) : [])
        {
            Paused = facts.OnHold ? [.. TransitionEngine.AvailableActions(facts with { OnHold = false }, actor).Where(action => action != CaseAction.PlaceHold)] : [],
            Rounds = ClarificationRound.Read(owner, data, asOf, protection),
            Concerns = [.. owner.WorkItems.Where(work => work.Concern is not null).OrderByDescending(work => work.OpenedAt)
                .Select(work => new CaseConcern(work, work.Concern!.Value, WorkItemRules.Available(facts, work.Facts, actor)))],
            FollowUpSteps = await FollowUpPlans.StepsOfAsync(context, owner, current.Policy, cancellationToken),
            Objections = [.. owner.Objections.OrderByDescending(item => item.SubmittedAt)
                .Select(item => new ShownObjection(item, protection.OpenObjection(item.DecisionId, item.ProtectedText)))],
            RejectionReasons = await RejectionReasonsAsync(context, owner, cancellationToken),
            ApprovalWarnings = Stages.Stage4Approval.ApprovalWarnings.Of(ApprovalFactsReader.Read(owner, data, current)),
            StageTimes = SlaHistory.Read(owner, current.Policy, clock.GetUtcNow()),
            Source = protection.OpenSource(owner.Id, owner.ProtectedSource),
        };
    }

    private static async Task<IReadOnlyDictionary<string, RejectionReason>> RejectionReasonsAsync(
        OnboardingContext context, OnboardingCase owner, CancellationToken cancellationToken)
    {
        var codes = owner.Decisions.Select(decision => decision.Category).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return codes.Count == 0
            ? new Dictionary<string, RejectionReason>()
            : await context.RejectionReasons.AsNoTracking().Where(reason => codes.Contains(reason.Code)).ToDictionaryAsync(reason => reason.Code, cancellationToken);
    }

    // "Claim first" helps nobody while there is nothing to claim: an activation is under way, the next contact is not due.
    private static IReadOnlyList<BlockedAction> Blocked(OnboardingCase owner, CaseFacts facts, Actor actor) =>
        [.. TransitionEngine.BlockedActions(facts, actor).Where(blocked => owner.LiveWorkItem is not null || blocked.Refusal.Code != RefusalCode.ClaimRequired)];
}
