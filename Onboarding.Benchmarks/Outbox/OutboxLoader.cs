using System.Collections.Frozen;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Benchmarks.Duplicates;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Outbox;
using Onboarding.Core.Partners;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Seeding;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Benchmarks.Outbox;

/// <summary>
/// Makes partners, and cases that were approved a moment ago: a mail of receipt, three changes of status for the partner and the
/// order to activate wait. The confirmed activation writes two more, a mail and a fourth change of status.
/// </summary>
/// <param name="portal">The portal that will send.</param>
internal sealed class OutboxLoader(OutboxPortal portal)
{
    private const int Year = 2026;
    private const string Clerk = "benchmark";

    private static readonly TimeSpan Parked = TimeSpan.FromDays(1);
    private static readonly Actor Administrator = new(Clerk, "Benchmark", FrozenSet.Create(ActorRole.Administrator), Clerk);
    private static readonly (CaseAction Action, CaseStatus From, CaseStatus To)[] Steps =
    [
        (CaseAction.CompleteIntake, CaseStatus.Received, CaseStatus.InVerification),
        (CaseAction.CompleteVerification, CaseStatus.InVerification, CaseStatus.Verified),
        (CaseAction.Approve, CaseStatus.AwaitingApproval, CaseStatus.Activating),
    ];

    // Of all loaders: numbers of cases are unique.
    private static int _made;

    /// <summary>Makes partners whose webhooks go to these addresses.</summary>
    public async Task<IReadOnlyList<Guid>> PartnersAsync(IEnumerable<string> addresses, CancellationToken cancellationToken)
    {
        List<Guid> partners = [];
        foreach (var address in addresses)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"PT Mitra Contoh {partners.Count}");
            var id = Made(await portal.Get<EditPartnerHandler>().CreateAsync(new(name, "mitra@contoh.example"), Administrator, cancellationToken));
            Made(await portal.Get<PartnerWebhookHandler>().SetAddressAsync(id, address, Administrator, cancellationToken));
            partners.Add(id);
        }

        return partners;
    }

    /// <summary>Makes cases, by turns of each partner. Nothing of them is due yet.</summary>
    public async Task<IReadOnlyList<Guid>> CasesAsync(int count, IReadOnlyList<Guid> partners, CancellationToken cancellationToken)
    {
        var until = Instant.Now(TimeProvider.System) + Parked;
        await using var context = portal.Get<OnboardingContextFactory>().CreateDbContext();
        var made = Enumerable.Range(0, count).Select(number => Add(context, partners[number % partners.Count], until)).ToList();

        await context.SaveChangesAsync(cancellationToken);
        return made;
    }

    /// <summary>Puts what waits of these cases into the outbox, as their commit would have done, and says so.</summary>
    public async Task EnqueueAsync(IReadOnlyCollection<Guid> cases, CancellationToken cancellationToken)
    {
        await portal.Get<UnitOfWork>().WriteAsync<Done>(
            async scope =>
            {
                var now = Instant.Now(TimeProvider.System);
                await scope.Context.OutboxMessages.Where(message => cases.Contains(message.CaseId!.Value)).ExecuteUpdateAsync(
                    change => change.SetProperty(message => message.CreatedAt, now).SetProperty(message => message.NextAttemptAt, now), cancellationToken);
                return Done.Instance;
            },
            cancellationToken);
        portal.Notify();
    }

    /// <summary>Fills the outbox with messages of last year.</summary>
    public async Task FinishedAsync(int count, IReadOnlyList<Guid> cases, CancellationToken cancellationToken)
    {
        var then = Instant.Now(TimeProvider.System).AddYears(-1);
        var messages = Enumerable.Range(0, count).Select(number =>
        {
            OutboxMessage message = new(SequentialId.New(TimeProvider.System), cases[number % cases.Count], OutboxKind.MailReminder, null, then);
            message.Finish(then);
            return message;
        }).ToList();
        await using var context = portal.Get<OnboardingContextFactory>().CreateDbContext();
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await new BulkWriter(context).WriteAsync(messages, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static T Made<T>(Result<T> result) => result.IsDone ? result.Value : throw new InvalidOperationException($"It was refused: {result.Refusal.Code}.");

    private Guid Add(OnboardingContext context, Guid partner, DateTimeOffset until)
    {
        var index = Interlocked.Increment(ref _made);
        var now = Instant.Now(TimeProvider.System);
        var protection = portal.Get<CaseProtection>();
        var id = SequentialId.New(TimeProvider.System);
        var data = SyntheticCustomers.Create(index);
        OnboardingCase owner = new(new NewCase(
            id, new CaseNumber(Year, index), CaseStatus.Activating, "INTERNET-RUMAH", Channel.Partner, Language.Indonesian, data,
            protection.Protect(id, data), SequentialId.New(TimeProvider.System), protection.NewLink(id).Link, null, now)
        { PartnerId = partner });
        owner.ReplaceData(data, owner.ProtectedData, protection.Keys(data));
        Customer customer = new(SequentialId.New(TimeProvider.System), new CustomerNumber(Year, index), id, data.Kind, now);
        CustomerRecord record = new() { Data = StandardFormat.Apply(data) };
        customer.Describe(record, portal.Get<CustomerProtection>().Protect(customer.Id, record));
        customer.Add(new CustomerProduct(SequentialId.New(TimeProvider.System), customer.Id, id, owner.ProductCode));
        customer.Settle();
        owner.RecordCustomer(customer.Id, now);
        Decision decision = new(SequentialId.New(TimeProvider.System), id, DecisionOutcome.Approved, null, Clerk, Clerk, now);
        owner.Add(decision);
        context.Add(owner);
        context.Add(customer);
        AddMessages(context, owner, decision.Id, until);
        return id;
    }

    private static void AddMessages(OnboardingContext context, OnboardingCase owner, Guid decision, DateTimeOffset until)
    {
        void Place(OutboxMessage message, int index)
        {
            message.Place(owner.AuditSequence, index);
            context.Add(message);
        }

        Place(new(SequentialId.New(TimeProvider.System), owner.Id, OutboxKind.MailRegistrationReceived, null, until), 0);
        foreach (var (action, from, to) in Steps)
        {
            var step = AuditEvent.Append(
                owner, SequentialId.New(TimeProvider.System), new AuditEntry(action.ToString()) { From = from.ToString(), To = to.ToString() },
                Administrator, Instant.Now(TimeProvider.System));
            context.Add(step);
            Place(new(SequentialId.New(TimeProvider.System), owner.Id, OutboxKind.WebhookStatusChanged, step.Id, until, owner.PartnerId), 0);
        }

        Place(new(SequentialId.New(TimeProvider.System), owner.Id, OutboxKind.ActivateService, decision, until), 1);
    }
}
