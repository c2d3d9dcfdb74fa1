using Onboarding.Core.Audit;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers;

/// <summary>One unit of work on one customer: the customer, its record, who acts and when, and the audit events it gathers.</summary>
public sealed class CustomerWork
{
    private readonly Func<Guid> _newId;
    private readonly List<AuditEvent> _events = [];

    internal CustomerWork(Customer customer, CustomerRecord record, Actor actor, DateTimeOffset now, Func<Guid> newId)
    {
        Customer = customer;
        Record = record;
        Actor = actor;
        Now = now;
        _newId = newId;
    }

    /// <summary>The customer.</summary>
    public Customer Customer { get; }

    /// <summary>Its record, readable.</summary>
    public CustomerRecord Record { get; private set; }

    /// <summary>Who acts.</summary>
    public Actor Actor { get; }

    /// <summary>The one instant at which all of this happens (UTC, whole milliseconds).</summary>
    public DateTimeOffset Now { get; }

    /// <summary>True when the record is another one than before.</summary>
    internal bool IsNewVersion { get; private set; }

    /// <summary>Audit events gathered.</summary>
    internal IReadOnlyList<AuditEvent> Events => _events;

    /// <summary>A new id.</summary>
    internal Guid NewId() => _newId();

    /// <summary>Settles the status, counts a change and writes the audit event.</summary>
    /// <param name="entry">What happened.</param>
    /// <param name="isNewVersion">False for what stands beside the record: it is in nobody's way who edits it.</param>
    internal void Note(AuditEntry entry, bool isNewVersion = true)
    {
        var before = Customer.Status;
        Customer.Settle();
        if (isNewVersion)
        {
            Customer.Touch(Now);
            IsNewVersion = true;
        }

        var settled = before == Customer.Status ? entry : entry with { From = before.ToString(), To = Customer.Status.ToString() };
        _events.Add(AuditEvent.Append(Customer, NewId(), settled, Actor, Now));
    }

    /// <summary>Replaces the record and writes the audit event with the record before and after, encrypted.</summary>
    internal void Replace(CustomerRecord? before, CustomerRecord after, AuditEntry entry, CustomerProtection protection)
    {
        Record = after;
        Customer.Describe(after, protection.Protect(Customer.Id, after));
        Note(entry with { ProtectedDetails = protection.ProtectChange(Customer.Id, before, after) });
    }
}

/// <summary>Which customer a command is for, and in which version its sender saw it.</summary>
/// <param name="Id">The customer.</param>
/// <param name="Version">The version seen; null for what is only added beside the record.</param>
public sealed record CustomerTarget(Guid Id, int? Version);

/// <summary>What a use case answers: where the customer stands after it.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Number">Its number.</param>
/// <param name="Status">Its status.</param>
/// <param name="Version">Its version, to be sent with the next command.</param>
public sealed record CustomerState(Guid CustomerId, string Number, CustomerStatus Status, int Version);
