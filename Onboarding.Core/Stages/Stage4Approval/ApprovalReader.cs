using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>A case that waits for a decision, with whether it may be approved in one go with others.</summary>
/// <param name="WorkItemId">The work item.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Case number.</param>
/// <param name="Version">Version of the case.</param>
/// <param name="ApplicantName">Name of the applicant.</param>
/// <param name="Kind">Person or business.</param>
/// <param name="ProductCode">Product.</param>
/// <param name="DueAt">When it is late (UTC), or null while the clock stands.</param>
/// <param name="AssigneeName">Who has claimed it, or null.</param>
/// <param name="IsMine">Whether the person who looks has claimed it.</param>
/// <param name="Warnings">What asks to be looked at first.</param>
/// <param name="Refusal">Why this person cannot decide on it at all, or null.</param>
public sealed record ApprovalRow(
    Guid WorkItemId, Guid CaseId, string Number, int Version, string ApplicantName, CustomerKind Kind, string ProductCode, DateTimeOffset? DueAt,
    string? AssigneeName, bool IsMine, IReadOnlyList<ApprovalWarning> Warnings, Refusal? Refusal)
{
    /// <summary>The working time that is left while the clock stands, or null while it runs.</summary>
    public TimeSpan? RemainingTime { get; init; }

    /// <summary>Whether it may be approved in one go with others by this person.</summary>
    public bool MayBeChosen => Warnings.Count == 0 && Refusal is null;

    /// <inheritdoc/>
    public override string ToString() => Number;
}

/// <summary>A page of the cases that wait for a decision.</summary>
/// <param name="Rows">The rows, most urgent first.</param>
/// <param name="Next">Key of the next page, or null at the end.</param>
public sealed record ApprovalPage(IReadOnlyList<ApprovalRow> Rows, QueueKey? Next);

/// <summary>Reads the cases that wait for a decision: paged by key, a page's cases in one query for each of their parts.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="protection">Opens the applicant's data, by which the rules judge.</param>
/// <param name="rules">The rules of now.</param>
public sealed class ApprovalReader(OnboardingContextFactory contexts, CaseProtection protection, CaseRulesProvider rules)
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 25;

    /// <summary>One page, for a supervisor; nobody else sees a row.</summary>
    public async Task<ApprovalPage> ReadAsync(QueueKey? after, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.Supervisor))
        {
            return new ApprovalPage([], null);
        }

        await using var context = contexts.CreateDbContext();
        var items = await QueueReader.Items(context, [WorkQueue.Approval], null, after).Take(PageSize + 1).ToListAsync(cancellationToken);
        var shown = items.Take(PageSize).ToList();
        var owners = (await CaseWriter.LoadAsync(context, shown.ConvertAll(item => item.CaseId), cancellationToken)).ToDictionary(owner => owner.Id);
        var current = await rules.GetAsync(cancellationToken);
        var rows = shown.Where(item => owners.ContainsKey(item.CaseId)).Select(item => Row(item, owners[item.CaseId], current, actor)).ToList();
        return new ApprovalPage(rows, items.Count > PageSize ? new QueueKey(shown[^1].UrgencyAt, shown[^1].Id) : null);
    }

    private ApprovalRow Row(WorkItem item, OnboardingCase owner, CaseRules current, Actor actor)
    {
        var data = protection.Open(owner.Id, owner.ProtectedData);
        return new ApprovalRow(
            item.Id, owner.Id, owner.Number, owner.Version, owner.ApplicantName, owner.Kind, owner.ProductCode, item.DueAt,
            item.AssigneeName, item.AssigneeId == actor.Id,
            ApprovalWarnings.Of(ApprovalFactsReader.Read(owner, data, current)),
            WorkItemRules.Refuse(CaseFactsReader.Read(owner, data, current), item.Facts, WorkItemAction.Claim, actor))
        {
            RemainingTime = item.RemainingTime,
        };
    }
}
