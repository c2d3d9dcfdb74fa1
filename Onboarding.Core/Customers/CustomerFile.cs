using Onboarding.Core.Audit;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;
using Onboarding.Core.Outbox;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers;

/// <summary>A product of a customer with the case that brought it.</summary>
/// <param name="ProductCode">Product.</param>
/// <param name="ServiceReference">The activation system's reference, or null.</param>
/// <param name="Since">Since when it runs (UTC), or null.</param>
/// <param name="Until">Until when (UTC), or null.</param>
/// <param name="CaseNumber">The case.</param>
/// <param name="CaseStatus">Where the case stands.</param>
/// <param name="RegisteredAt">When the case came in (UTC).</param>
public sealed record ProductHeld(
    string ProductCode, string? ServiceReference, DateTimeOffset? Since, DateTimeOffset? Until, string CaseNumber, CaseStatus CaseStatus, DateTimeOffset RegisteredAt);

/// <summary>A consent, with the case it was given in.</summary>
/// <param name="CaseNumber">The case.</param>
/// <param name="Purpose">What for.</param>
/// <param name="IsGiven">Given or refused.</param>
/// <param name="TextVersion">Version of the text.</param>
/// <param name="At">When (UTC).</param>
public sealed record CustomerConsent(string CaseNumber, string Purpose, bool IsGiven, string TextVersion, DateTimeOffset At);

/// <summary>A document, with the case it lies in; it is opened there.</summary>
/// <param name="CaseNumber">The case.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Version">Its version.</param>
/// <param name="At">When it came in (UTC).</param>
public sealed record CustomerDocument(string CaseNumber, DocumentKind Kind, int Version, DateTimeOffset At);

/// <summary>A contact that the staff made on the way of a case.</summary>
/// <param name="CaseNumber">The case.</param>
/// <param name="Channel">How.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="ByName">Who made it.</param>
/// <param name="At">When (UTC).</param>
public sealed record CustomerContact(string CaseNumber, ContactChannel Channel, ContactOutcome Outcome, string ByName, DateTimeOffset At);

/// <summary>A mail that was sent, or is on its way.</summary>
/// <param name="CaseNumber">The case.</param>
/// <param name="Kind">Which mail.</param>
/// <param name="At">When it was written (UTC).</param>
/// <param name="SentAt">When it was sent (UTC), or null.</param>
/// <param name="HasFailed">It was set aside after too many attempts.</param>
public sealed record CustomerMail(string CaseNumber, OutboxKind Kind, DateTimeOffset At, DateTimeOffset? SentAt, bool HasFailed);

/// <summary>A change of the customer, with what changed in the record.</summary>
/// <param name="Event">The audit event.</param>
/// <param name="Differences">Each value before and after.</param>
public sealed record CustomerChange(AuditEvent Event, IReadOnlyList<RecordDifference> Differences);

/// <summary>An interaction, readable.</summary>
/// <param name="Id">Identity, and the key of the next page.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Text">What was said or noted.</param>
/// <param name="ByName">Who wrote it down.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Mentions">Names of the colleagues who are named in it.</param>
public sealed record InteractionLine(Guid Id, InteractionKind Kind, string Text, string ByName, DateTimeOffset At, IReadOnlyList<string> Mentions)
{
    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => Kind.ToString();
}

/// <summary>A merge into this customer.</summary>
/// <param name="Id">The merge.</param>
/// <param name="MergedNumber">Number of the record that became a part of this one.</param>
/// <param name="MergedName">Its name.</param>
/// <param name="Reason">Why.</param>
/// <param name="ByName">Who merged.</param>
/// <param name="At">When (UTC).</param>
/// <param name="UndoneAt">When it was undone (UTC), or null.</param>
public sealed record MergeLine(Guid Id, string MergedNumber, string MergedName, string Reason, string ByName, DateTimeOffset At, DateTimeOffset? UndoneAt)
{
    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => MergedNumber;
}

/// <summary>Everything of one customer, for the page that shows it, as this person may see it.</summary>
/// <param name="Customer">The customer; a detached copy.</param>
/// <param name="Values">The record value by value; identity numbers are covered for who may not see them.</param>
/// <param name="Record">The record itself, for who may change it; null for everybody else.</param>
/// <param name="Parties">Everybody who belongs to the customer; identity numbers covered in the same way.</param>
/// <param name="SurvivorNumber">Number of the customer that this one became a part of, or null.</param>
public sealed record CustomerFile(
    Customer Customer, IReadOnlyList<RecordValue> Values, CustomerRecord? Record, IReadOnlyList<CustomerParty> Parties, string? SurvivorNumber)
{
    /// <summary>Products held, on their way or ended, the newest first.</summary>
    public IReadOnlyList<ProductHeld> Products { get; init; } = [];

    /// <summary>Consents, the newest first.</summary>
    public IReadOnlyList<CustomerConsent> Consents { get; init; } = [];

    /// <summary>Documents, the newest first.</summary>
    public IReadOnlyList<CustomerDocument> Documents { get; init; } = [];

    /// <summary>Contacts on the way of the cases, the newest first.</summary>
    public IReadOnlyList<CustomerContact> Contacts { get; init; } = [];

    /// <summary>Mails, the newest first.</summary>
    public IReadOnlyList<CustomerMail> Mails { get; init; } = [];

    /// <summary>Changes, the newest first.</summary>
    public IReadOnlyList<CustomerChange> Changes { get; init; } = [];

    /// <summary>Interactions and notes, the newest first; the first of perhaps more.</summary>
    public IReadOnlyList<InteractionLine> Interactions { get; init; } = [];

    /// <summary>Merges into this customer, the newest first.</summary>
    public IReadOnlyList<MergeLine> Merges { get; init; } = [];

    /// <summary>True for who sees identity numbers in full when they ask for it.</summary>
    public bool SeesNumbers { get; init; }

    /// <summary>How to address the customer in a command made from this view.</summary>
    public CustomerTarget Target => new(Customer.Id, Customer.Version);

    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => Customer.Number;
}
