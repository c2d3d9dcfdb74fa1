using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers;

/// <summary>Reads one customer with everything that belongs to it: a bounded number of each, the newest first.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="protection">Opens what is protected.</param>
public sealed class CustomerFiles(OnboardingContextFactory contexts, CustomerProtection protection)
{
    /// <summary>Interactions of one page.</summary>
    public const int InteractionsShown = 20;

    private const int MostOfEach = 100;
    private const int MostSteps = 100;

    // What the customer received; the escalation goes to supervisors.
    private static readonly OutboxKind[] Mails =
    [
        .. Enum.GetValues<OutboxKind>().Where(kind => kind.ToString().StartsWith("Mail", StringComparison.Ordinal) && kind is not (OutboxKind.MailEscalation or OutboxKind.MailNotices)),
    ];

    /// <summary>The customer with this number.</summary>
    public async Task<Result<CustomerFile>> ReadAsync(string number, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.HasAny(CustomerAccess.Readers))
        {
            return new NotFound(RefusalCode.CustomerNotFound);
        }

        await using var context = contexts.CreateDbContext();
        var customer = await context.Customers.AsNoTracking().Include(item => item.Products).SingleOrDefaultAsync(item => item.Number == number, cancellationToken);
        if (customer is null)
        {
            return new NotFound(RefusalCode.CustomerNotFound);
        }

        var record = protection.Open(customer.Id, customer.ProtectedData);
        var seesNumbers = actor.HasAny(CustomerAccess.NumberReaders);
        var values = RecordSheet.Of(record);
        var cases = await CasesAsync(context, customer, cancellationToken);
        var survivor = customer.MergedIntoId is { } id
            ? await context.Customers.Where(item => item.Id == id).Select(item => item.Number).SingleOrDefaultAsync(cancellationToken)
            : null;
        return new CustomerFile(
            customer,
            seesNumbers ? values : [.. values.Select(value => value.Covered())],
            actor.HasAny(CustomerAccess.Editors) ? record : null,
            seesNumbers ? record.AllParties : [.. record.AllParties.Select(party => party with { Nik = party.Nik is { } nik ? RecordValue.Mask(nik) : null })],
            survivor)
        {
            SeesNumbers = seesNumbers,
            Products = Products(customer, cases),
            Consents = await ConsentsAsync(context, cases, cancellationToken),
            Documents = await DocumentsAsync(context, cases, cancellationToken),
            Contacts = await ContactsAsync(context, cases, cancellationToken),
            Mails = await MailsAsync(context, cases, cancellationToken),
            Changes = await ChangesAsync(context, customer.Id, seesNumbers, cancellationToken),
            Interactions = await InteractionsAsync(context, customer.Id, null, cancellationToken),
            Merges = await MergesAsync(context, customer.Id, cancellationToken),
        };
    }

    /// <summary>The interactions before one of them; empty for who may not look into the register.</summary>
    public async Task<IReadOnlyList<InteractionLine>> OlderAsync(Guid customerId, Guid before, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.HasAny(CustomerAccess.Readers))
        {
            return [];
        }

        await using var context = contexts.CreateDbContext();
        return await InteractionsAsync(context, customerId, before, cancellationToken);
    }

    /// <summary>Number of the customer that a case brought its product to, or null before stage 3 and for who may not look into the register.</summary>
    public async Task<string?> NumberOfCaseAsync(Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.HasAny(CustomerAccess.Readers))
        {
            return null;
        }

        await using var context = contexts.CreateDbContext();
        return await OfCases(context, [caseId]).Select(entry => entry.Number).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The customers that these cases brought their products to.</summary>
    internal static IQueryable<CustomerOfCase> OfCases(OnboardingContext context, IReadOnlyCollection<Guid> caseIds) => context.CustomerProducts.AsNoTracking()
        .Where(product => caseIds.Contains(product.CaseId))
        .Join(context.Customers, product => product.CustomerId, customer => customer.Id, (product, customer) => new CustomerOfCase { CaseId = product.CaseId, Number = customer.Number });

    /// <summary>The customers that stand for these, in their order and each once: themselves, or what they were merged into, however often.</summary>
    internal static async Task<IReadOnlyList<Guid>> SurvivorsOfAsync(OnboardingContext context, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var found = ids.Distinct().ToList();
        for (var step = 0; step < MostSteps; step++)
        {
            var merged = await context.Customers.Where(item => found.Contains(item.Id) && item.MergedIntoId != null)
                .Select(item => new { item.Id, Into = item.MergedIntoId!.Value }).ToDictionaryAsync(item => item.Id, item => item.Into, cancellationToken);
            if (merged.Count == 0)
            {
                return found;
            }

            found = [.. found.Select(id => merged.GetValueOrDefault(id, id)).Distinct()];
        }

        return found;
    }

    private static Task<Dictionary<Guid, CaseLine>> CasesAsync(OnboardingContext context, Customer customer, CancellationToken cancellationToken)
    {
        var ids = customer.Products.Select(product => product.CaseId).ToList();
        return context.Cases.AsNoTracking().Where(item => ids.Contains(item.Id))
            .Select(item => new CaseLine(item.Id, item.Number, item.Status, item.CreatedAt))
            .ToDictionaryAsync(item => item.Id, cancellationToken);
    }

    private static IReadOnlyList<ProductHeld> Products(Customer customer, Dictionary<Guid, CaseLine> cases) =>
    [
        .. customer.Products.Where(product => cases.ContainsKey(product.CaseId))
            .Select(product => (Product: product, Case: cases[product.CaseId]))
            .OrderByDescending(entry => entry.Case.CreatedAt)
            .Select(entry => new ProductHeld(
                entry.Product.ProductCode, entry.Product.ServiceReference, entry.Product.Since, entry.Product.Until, entry.Case.Number, entry.Case.Status, entry.Case.CreatedAt)),
    ];

    private static async Task<IReadOnlyList<CustomerConsent>> ConsentsAsync(OnboardingContext context, Dictionary<Guid, CaseLine> cases, CancellationToken cancellationToken)
    {
        var rows = await context.Set<ConsentRecord>().AsNoTracking().Where(item => cases.Keys.Contains(item.CaseId))
            .OrderByDescending(item => item.At).Take(MostOfEach).ToListAsync(cancellationToken);
        return rows.ConvertAll(item => new CustomerConsent(cases[item.CaseId].Number, item.Purpose, item.IsGiven, item.TextVersion, item.At));
    }

    private static async Task<IReadOnlyList<CustomerDocument>> DocumentsAsync(OnboardingContext context, Dictionary<Guid, CaseLine> cases, CancellationToken cancellationToken)
    {
        var rows = await context.Documents.AsNoTracking().Where(item => cases.Keys.Contains(item.CaseId))
            .OrderByDescending(item => item.UploadedAt).Take(MostOfEach)
            .Select(item => new { item.CaseId, item.Kind, item.Version, item.UploadedAt }).ToListAsync(cancellationToken);
        return rows.ConvertAll(item => new CustomerDocument(cases[item.CaseId].Number, item.Kind, item.Version, item.UploadedAt));
    }

    private static async Task<IReadOnlyList<CustomerContact>> ContactsAsync(OnboardingContext context, Dictionary<Guid, CaseLine> cases, CancellationToken cancellationToken)
    {
        var rows = await context.Set<ContactEntry>().AsNoTracking().Where(item => cases.Keys.Contains(item.CaseId))
            .OrderByDescending(item => item.At).Take(MostOfEach)
            .Select(item => new { item.CaseId, item.Channel, item.Outcome, item.ByName, item.At }).ToListAsync(cancellationToken);
        return rows.ConvertAll(item => new CustomerContact(cases[item.CaseId].Number, item.Channel, item.Outcome, item.ByName, item.At));
    }

    private static async Task<IReadOnlyList<CustomerMail>> MailsAsync(OnboardingContext context, Dictionary<Guid, CaseLine> cases, CancellationToken cancellationToken)
    {
        var ids = cases.Keys.Select(id => (Guid?)id).ToList();
        var rows = await context.OutboxMessages.AsNoTracking().Where(item => ids.Contains(item.CaseId) && Mails.Contains(item.Kind))
            .OrderByDescending(item => item.CreatedAt).Take(MostOfEach)
            .Select(item => new { item.CaseId, item.Kind, item.CreatedAt, item.FinishedAt, item.SetAsideAt }).ToListAsync(cancellationToken);
        return rows.ConvertAll(item => new CustomerMail(cases[item.CaseId!.Value].Number, item.Kind, item.CreatedAt, item.FinishedAt, item.SetAsideAt is not null));
    }

    private async Task<IReadOnlyList<CustomerChange>> ChangesAsync(OnboardingContext context, Guid customerId, bool seesNumbers, CancellationToken cancellationToken)
    {
        var events = await context.AuditEvents.AsNoTracking().Where(item => item.StreamId == customerId)
            .OrderByDescending(item => item.Sequence).Take(MostOfEach).ToListAsync(cancellationToken);
        return events.ConvertAll(item => new CustomerChange(item, [.. Differences(item).Select(difference => seesNumbers ? difference : difference.Covered())]));
    }

    private IReadOnlyList<RecordDifference> Differences(AuditEvent item) =>
        item.ProtectedDetails is { } details && protection.OpenChange(item.StreamId, details) is { Before: { } before } change
            ? RecordSheet.Compare(before, change.After)
            : [];

    private async Task<IReadOnlyList<InteractionLine>> InteractionsAsync(OnboardingContext context, Guid customerId, Guid? before, CancellationToken cancellationToken)
    {
        var rows = await context.CustomerInteractions.AsNoTracking().Include(item => item.Mentions)
            .Where(item => item.CustomerId == customerId && (before == null || item.Id.CompareTo(before.Value) < 0))
            .OrderByDescending(item => item.Id).Take(InteractionsShown).ToListAsync(cancellationToken);
        return rows.ConvertAll(item => new InteractionLine(
            item.Id, item.Kind, protection.OpenInteraction(item.Id, item.ProtectedText), item.ByName, item.At, [.. item.Mentions.Select(mention => mention.StaffName)]));
    }

    private static async Task<IReadOnlyList<MergeLine>> MergesAsync(OnboardingContext context, Guid customerId, CancellationToken cancellationToken) =>
        await context.CustomerMerges.AsNoTracking().Where(item => item.SurvivorId == customerId)
            .Join(context.Customers, item => item.MergedId, merged => merged.Id, (item, merged) => new { Merge = item, merged.Number, merged.Name })
            .OrderByDescending(entry => entry.Merge.At).Take(MostOfEach)
            .Select(entry => new MergeLine(entry.Merge.Id, entry.Number, entry.Name, entry.Merge.Reason, entry.Merge.ByName, entry.Merge.At, entry.Merge.UndoneAt))
            .ToListAsync(cancellationToken);

    private sealed record CaseLine(Guid Id, string Number, CaseStatus Status, DateTimeOffset CreatedAt);
}

/// <summary>The customer of a case.</summary>
internal sealed class CustomerOfCase
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The customer's number.</summary>
    public required string Number { get; init; }
}
