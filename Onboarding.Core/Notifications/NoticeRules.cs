using System.Text.Json;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Notifications;

/// <summary>
/// Who is told of what a piece of work did. Asked by the one write path alone (<c>WriteScope.Take</c>), so that no use case can
/// forget it and none has to remember it. Nobody is told of what they did themselves.
/// </summary>
internal static class NoticeRules
{
    /// <summary>The notices that a piece of work on a case causes.</summary>
    public static List<Notice> Of(CaseWork work) =>
        [.. Causes(work).Where(cause => cause.PersonId != work.Actor.Id).DistinctBy(cause => (cause.PersonId, cause.Kind)).Select(cause => new Notice(
            work.NewId(), cause.PersonId, cause.Kind, Notice.CauseOf(cause.Kind, work.Events[^1].Id), work.Case.Number, work.Now)
        {
            ByName = work.Actor.IsStaff ? work.Actor.Name : null,
            Queue = cause.Queue,
            Status = work.Case.Status,
        })];

    /// <summary>The notices to the colleagues who are named in what was written about a customer.</summary>
    public static List<Notice> Of(CustomerWork work, IEnumerable<CustomerInteraction> written) =>
        [.. written.SelectMany(item => item.Mentions).Where(mention => mention.StaffId != work.Actor.Id).Select(mention => new Notice(
            work.NewId(), mention.StaffId, NoticeKind.Mention, Notice.CauseOf(NoticeKind.Mention, mention.InteractionId), work.Customer.Number, work.Now)
        {
            ByName = work.Actor.Name,
        })];

    private static IEnumerable<Cause> Causes(CaseWork work) => Given(work).Concat(work.Events.SelectMany(entry => OfEvent(work, entry)));

    // Work that somebody has now and did not have before.
    private static IEnumerable<Cause> Given(CaseWork work) =>
        from item in work.Case.WorkItems
        where item.IsLive && item.AssigneeId is not null && work.HeldBefore.GetValueOrDefault(item.Id) != item.AssigneeId
        select new Cause(NoticeKind.Assigned, item.AssigneeId!, item.Queue);

    private static IEnumerable<Cause> OfEvent(CaseWork work, AuditEvent entry) => entry.Action switch
    {
        nameof(CaseAction.Reply) when work.Case.LiveWorkItem is { AssigneeId: { } holder } item => [new Cause(NoticeKind.Answered, holder, item.Queue)],
        nameof(CaseAction.SendBackToVerification) or nameof(CaseAction.SendBackToRecording) or nameof(CaseAction.Reopen) => CameBack(work),
        nameof(CaseAction.Approve) or nameof(CaseAction.Reject) =>
            work.Case.Participations.Select(part => new Cause(NoticeKind.Decided, part.StaffId, null)),
        nameof(CaseAction.Withdraw) or nameof(CaseAction.Expire) or nameof(CaseAction.CancelRegistration) => Ended(work),
        WokeUp => Woken(work, entry),
        _ => [],
    };

    private const string WokeUp = "WorkItem.Wake";

    private static IEnumerable<Cause> CameBack(CaseWork work) =>
        from part in work.Case.Participations
        where PartOf(CaseStatuses.Of(work.Case.Status).Stage) is not { } asked || part.Part == asked
        select new Cause(NoticeKind.CameBack, part.StaffId, work.Case.LiveWorkItem?.Queue);

    private static IEnumerable<Cause> Ended(CaseWork work) =>
        from item in work.Case.WorkItems
        where item.Concern is null && item.ClosedAt == work.Now && item.AssigneeId is not null
        select new Cause(NoticeKind.Decided, item.AssigneeId!, item.Queue);

    // Who brings it back by hand knows; the job tells who has it.
    private static IEnumerable<Cause> Woken(CaseWork work, AuditEvent entry) =>
        work.Actor.Has(ActorRole.System) && WorkItemOf(entry) is { } id && work.Case.WorkItems.FirstOrDefault(item => item.Id == id) is { AssigneeId: { } holder } item
            ? [new Cause(NoticeKind.SnoozeEnded, holder, item.Queue)]
            : [];

    private static Guid? WorkItemOf(AuditEvent entry)
    {
        using var details = JsonDocument.Parse(entry.Details ?? "{}");
        return details.RootElement.TryGetProperty("workItem", out var id) && Guid.TryParse(id.GetString(), out var found) ? found : null;
    }

    private static Part? PartOf(Stage stage) => stage switch
    {
        Stage.Intake => Part.Entered,
        Stage.Verification => Part.Verified,
        Stage.Recording => Part.Recorded,
        Stage.Approval or Stage.FollowUp => null,
    };

    private sealed record Cause(NoticeKind Kind, string PersonId, WorkQueue? Queue);
}
