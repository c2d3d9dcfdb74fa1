using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Compliance;
using Onboarding.Core.Customers;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Inspection;
using Onboarding.Core.Outbox;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Seeding;

/// <summary>What stays the same for every story.</summary>
/// <param name="Protection">Encrypts.</param>
/// <param name="Recording">Makes customers.</param>
/// <param name="Rules">Working hours, periods and the rules of stage 2.</param>
/// <param name="Privacy">The privacy policy that applicants consented to.</param>
/// <param name="Products">What is offered, by code.</param>
/// <param name="Cast">Who works.</param>
/// <param name="Now">The present instant, which no story passes.</param>
internal sealed record SeedWorld(
    CaseProtection Protection, CustomerRecording Recording, CaseRules Rules, PolicyText Privacy, IReadOnlyDictionary<string, Product> Products, SeedCast Cast, DateTimeOffset Now)
{
    /// <summary>Working hours and periods.</summary>
    public SlaPolicy Policy => Rules.Policy;
}

/// <summary>
/// The invented story of one case. It walks through the transition table like a real one: every action is asked of the
/// engine and leaves its audit event, so a seeded case differs from a real one in nothing but that it was told, not lived.
/// </summary>
internal sealed partial class SeedStory
{
    private readonly SeedWorld _world;
    private readonly SeedPlan _plan;
    private readonly Random _random;
    private readonly SeedClock _clock;
    private readonly ApplicantData _data;
    private readonly Actor _applicant;

    private SeedStory(SeedWorld world, SeedPlan plan, ApplicantData data, Random random, OnboardingCase owner, SeedClock clock)
    {
        _world = world;
        _plan = plan;
        _data = data;
        _random = random;
        _clock = clock;
        Case = owner;
        _applicant = Actor.Applicant(owner.Id) with { Origin = "seed" };
    }

    /// <summary>The case at the end of its story.</summary>
    public OnboardingCase Case { get; }

    /// <summary>Its audit trail, and that of its customer.</summary>
    public List<AuditEvent> Events { get; } = [];

    /// <summary>What was sent, all of it finished.</summary>
    public List<OutboxMessage> Messages { get; } = [];

    /// <summary>The customer, from stage 3 on, with its own trail.</summary>
    public Customer? Customer { get; private set; }

    /// <summary>Its record.</summary>
    public CustomerRecord? Record { get; private set; }

    /// <summary>The service, from the activation on.</summary>
    public LocalService? Service { get; private set; }

    /// <summary>Tells the story of a plan.</summary>
    /// <param name="world">What stays the same.</param>
    /// <param name="plan">How far it goes.</param>
    /// <param name="random">The chance of this case.</param>
    /// <param name="data">The applicant.</param>
    /// <param name="number">Case number.</param>
    /// <param name="documents">The stored documents, by kind.</param>
    /// <param name="numbers">Gives the numbers of customers and services.</param>
    public static SeedStory Tell(
        SeedWorld world, SeedPlan plan, Random random, ApplicantData data, CaseNumber number, IReadOnlyList<(DocumentKind Kind, StoredDocument Stored)> documents, SeedNumbers numbers)
    {
        var clock = new SeedClock { Now = plan.StartedAt };
        var id = SequentialId.New(clock);
        var isDraft = plan.Target == CaseStatus.Draft;
        var staff = world.Cast.Pick(ActorRole.CustomerService, random);
        var channel = isDraft ? Channel.Offline : random.Next(10) < 8 ? Channel.Online : Channel.Partner;
        var owner = new OnboardingCase(new NewCase(
            id, number, isDraft ? CaseStatus.Draft : CaseStatus.Received, Product(data, random), channel,
            random.Next(12) == 0 ? Language.English : Language.Indonesian, data, world.Protection.Protect(id, data),
            SequentialId.New(clock), world.Protection.NewLink(id).Link, isDraft ? staff.Id : null, plan.StartedAt));
        owner.ReplaceData(data, owner.ProtectedData, world.Protection.Keys(data));
        owner.UseBrochure(world.Products[owner.ProductCode].Brochure, shown: channel == Channel.Online);
        var story = new SeedStory(world, plan, data, random, owner, clock);
        story.Begin(isDraft ? staff : story._applicant, documents);
        story.Go(numbers);
        return story;
    }

    /// <summary>The documents of this case are entries without files: nothing can be read back, so nothing is due.</summary>
    public void LeaveUnproved()
    {
        foreach (var document in Case.Documents)
        {
            document.ProveFrom(document.UploadedAt.AddYears(100));
        }
    }

    private static string Product(ApplicantData data, Random random) =>
        random.Next(4) == 0 ? "AWAN-KANTOR" : data is BusinessData ? "INTERNET-BISNIS" : "INTERNET-RUMAH";

    private void Begin(Actor actor, IReadOnlyList<(DocumentKind Kind, StoredDocument Stored)> documents) => Do(actor, work =>
    {
        foreach (var (kind, stored) in documents)
        {
            Case.AddDocument(stored.Id, kind, $"{kind}.png", TakenDocument.OwnWork(stored), actor, work.Now);
        }

        foreach (var (purpose, isGiven) in new[] { (ConsentPurposes.Registration, true), (ConsentPurposes.Marketing, _random.Next(3) == 0) })
        {
            Case.Add(new ConsentRecord(work.NewId(), Case.Id, purpose, _world.Privacy.Version, _world.Privacy.Hash, Case.Language, isGiven, Case.Channel, actor.Id, work.Now));
        }

        Case.TakePart(actor, Part.Entered, work.Now);
        work.Record(new AuditEntry("Register") { To = Case.Status.ToString(), Details = $$"""{"channel":"{{Case.Channel}}"}""" });
        if (Case.Status == CaseStatus.Received)
        {
            work.OpenWorkItem(WorkQueue.Intake);
            work.Send(OutboxKind.MailRegistrationReceived);
        }

        return null;
    });

    /// <summary>One step of the story: what a use case does between loading and saving.</summary>
    private void Do(Actor actor, Func<CaseWork, Refusal?> step)
    {
        var work = new CaseWork(Case, _data, actor, _clock, _world.Rules);
        if (step(work) is { } refusal)
        {
            throw new InvalidOperationException($"The invented story of {Case.Number} breaks a rule: {refusal.Code} in {Case.Status}.");
        }

        Events.AddRange(work.Events);
        for (var index = 0; index < work.Messages.Count; index++)
        {
            work.Messages[index].Place(Case.AuditSequence, index);
            work.Messages[index].Finish(work.Now);
            Messages.Add(work.Messages[index]);
        }
    }

    private void Act(Actor actor, CaseAction action, string? reason = null) => Do(actor, work => work.Act(action, reason));

    /// <summary>Working time passes. Near the present the steps become small, so that no story passes it.</summary>
    private void Pass(int fewestMinutes, int mostMinutes)
    {
        var next = _world.Policy.Calendar.Add(_clock.Now, TimeSpan.FromMinutes(_random.Next(fewestMinutes, mostMinutes + 1)));
        PassUntil(next);
    }

    private void PassUntil(DateTimeOffset instant)
    {
        var latest = _clock.Now + ((_world.Now - _clock.Now) / 4);
        var next = instant < latest ? instant : latest;
        _clock.Now = DateTimeOffset.FromUnixTimeMilliseconds(next.ToUnixTimeMilliseconds());
    }

    /// <summary>Waits for an instant that the case itself has set.</summary>
    private void WaitFor(DateTimeOffset instant)
    {
        if (instant > _clock.Now)
        {
            _clock.Now = instant < _world.Now ? instant : _world.Now;
        }
    }

    private Actor Claim(ActorRole role)
    {
        var actor = _world.Cast.Pick(role, _random);
        Do(actor, work =>
        {
            var item = Case.LiveWorkItem!;
            item.GiveTo(actor.Id, actor.Name);
            work.Note(item, WorkItemAction.Claim, $$"""{"workItem":"{{item.Id:N}}","before":"","after":"{{actor.Id}}"}""");
            return null;
        });
        return actor;
    }

    private void MaybeClaim(ActorRole role)
    {
        if (_random.Next(100) < 35)
        {
            Pass(5, 60);
            Claim(role);
        }
    }

    private void EscalateIfLate()
    {
        if (Case.Hold is null && Case.LiveWorkItem is { DueAt: { } due } item && due < _world.Now - TimeSpan.FromMinutes(2))
        {
            WaitFor(due + TimeSpan.FromMinutes(1));
            Do(TakeEscalationStepsHandler.Taker, work =>
            {
                work.Escalate(item);
                return null;
            });
        }
    }
}
