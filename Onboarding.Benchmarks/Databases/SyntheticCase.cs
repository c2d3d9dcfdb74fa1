using Onboarding.Benchmarks.Duplicates;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Benchmarks.Databases;

/// <summary>
/// An invented case as the use cases would have left it: its data encrypted, a closed work item and an audit event for every step behind it, a live
/// work item where it stands, those who took part, and for open cases the keys of the duplicate search. The same index makes the same case.
/// </summary>
/// <param name="Case">The case.</param>
/// <param name="Events">Its audit chain.</param>
internal sealed record SyntheticCase(OnboardingCase Case, IReadOnlyList<AuditEvent> Events)
{
    private const int Year = 2026;
    private const int Staff = 40;
    private const int OpenSpreadMinutes = 14 * 24 * 60;
    private const int ClosedSpreadMinutes = 3 * 365 * 24 * 60;
    private const int ShareClaimed = 8;

    private static readonly string[] Products = ["INTERNET-RUMAH", "INTERNET-RUMAH", "INTERNET-BISNIS", "AWAN-KANTOR"];
    private static readonly string[] Large = ["31", "32", "33", "35", "36"];
    private static readonly Channel[] Channels = [Channel.Online, Channel.Online, Channel.Online, Channel.Offline];

    // The steps of the path with the queue in which each is worked and the part that its worker takes.
    private static readonly (CaseStatus Status, WorkQueue Queue, Part? Part)[] Path =
    [
        (CaseStatus.Received, WorkQueue.Intake, Part.Entered), (CaseStatus.InVerification, WorkQueue.Verification, Part.Verified),
        (CaseStatus.Verified, WorkQueue.Recording, Part.Recorded), (CaseStatus.Recorded, WorkQueue.Storage, Part.Recorded),
        (CaseStatus.AwaitingApproval, WorkQueue.Approval, null),
    ];

    /// <summary>Makes the case with an index.</summary>
    public static SyntheticCase Create(int index, CaseMix mix, CaseProtection protection, SlaPolicy policy, DateTimeOffset now)
    {
        // Chance is for variety here, not for secrets.
        var chance = new Random(index);
        var status = mix.StatusOf(chance);
        var info = CaseStatuses.Of(status);
        var started = now.AddMinutes(-chance.Next(info.IsClosed ? ClosedSpreadMinutes : OpenSpreadMinutes));
        var customer = SyntheticCustomers.Create(index);
        var data = customer with { Address = customer.Address with { VillageCode = Home(chance).Code } };
        var id = SequentialId.New(TimeProvider.System);
        var owner = new OnboardingCase(new NewCase(
            id, new CaseNumber(Year, index + 1), status, Products[index % Products.Length], Channels[chance.Next(Channels.Length)], Language.Indonesian, data,
            protection.Protect(id, data), SequentialId.New(TimeProvider.System), protection.NewLink(id).Link, null, started));
        if (!info.IsClosed)
        {
            owner.ReplaceData(data, owner.ProtectedData, protection.Keys(data));
        }

        var events = new List<AuditEvent> { Event(owner, "Register", Actor.System("benchmark"), started) };
        var at = started;
        foreach (var (step, queue, part) in Path.TakeWhile(step => IsBehind(step.Status, info)))
        {
            var worker = Person(chance);
            var item = new WorkItem(SequentialId.New(TimeProvider.System), owner, queue, at, policy.DueAt(queue, at));
            at = at.AddMinutes(chance.Next(1, 60));
            item.GiveTo(worker.Id, worker.Name);
            item.Close(WorkItemState.Done, at);
            owner.Add(item);
            if (part is { } taken)
            {
                owner.TakePart(worker, taken, at);
            }

            events.Add(Event(owner, $"Leave{step}", worker, at));
        }

        OpenWork(owner, info, at, policy, chance);
        return new SyntheticCase(owner, events);
    }

    // Half of the customers live in a few provinces, as in the country; the others anywhere.
    private static Province Home(Random chance) => chance.Next(2) == 0 ? Province.All[chance.Next(Province.All.Count)] : Province.Find(Large[chance.Next(Large.Length)])!;

    private static void OpenWork(OnboardingCase owner, CaseStatusInfo info, DateTimeOffset at, SlaPolicy policy, Random chance)
    {
        if (info.Queue is not { } queue || info.IsClosed)
        {
            return;
        }

        var item = new WorkItem(SequentialId.New(TimeProvider.System), owner, queue, at, policy.DueAt(queue, at));
        if (info.Clock == SlaClock.Stands)
        {
            item.WaitForApplicant(at, policy.Calendar);
        }
        else if (owner.Status != CaseStatus.Recorded && chance.Next(ShareClaimed) == 0)
        {
            var worker = Person(chance);
            item.GiveTo(worker.Id, worker.Name);
        }

        owner.Add(item);
        if (owner.Status == CaseStatus.Recorded)
        {
            var worker = Person(chance);
            foreach (var line in Enum.GetValues<StorageItem>())
            {
                owner.Tick(SequentialId.New(TimeProvider.System), ChecklistKind.Storage, line.ToString(), null, worker, at);
            }
        }
    }

    // A case that ended has walked the whole path, as most have; one that is under way the steps before its own.
    private static bool IsBehind(CaseStatus step, CaseStatusInfo info) =>
        info.IsClosed || (info.Queue is { } queue && Path.First(entry => entry.Status == step).Queue < queue);

    private static AuditEvent Event(OnboardingCase owner, string action, Actor actor, DateTimeOffset at) =>
        AuditEvent.Append(owner, SequentialId.New(TimeProvider.System), new AuditEntry(action), actor, at);

    private static Actor Person(Random chance)
    {
        var number = chance.Next(Staff);
        return new Actor($"petugas-{number:00}", $"Petugas {number:00}", new HashSet<ActorRole> { ActorRole.Administration }, "benchmark");
    }
}
