using Onboarding.Core.Cases;

namespace Onboarding.Core.Customers;

/// <summary>Where a customer stands. Stored as text.</summary>
public enum CustomerStatus
{
    /// <summary>Recorded in stage 3, not approved yet.</summary>
    Pending = 1,

    /// <summary>The service was activated.</summary>
    Active,

    /// <summary>Rejected or withdrawn before activation.</summary>
    Closed,
}

/// <summary>A customer (pelanggan) in the register (SOP stage 3: Sistem CRM, Database Pelanggan).</summary>
public sealed class Customer
{
    private Customer()
    {
    }

    internal Customer(Guid id, string number, Guid caseId, CustomerKind kind, string name, DateTimeOffset now)
    {
        Id = id;
        Number = number;
        CaseId = caseId;
        Kind = kind;
        Name = name;
        Status = CustomerStatus.Pending;
        CreatedAt = now;
        UpdatedAt = now;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Customer number, for example CUS-2026-000045.</summary>
    public string Number { get; private set; } = string.Empty;

    /// <summary>The case it was made from.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Person or business.</summary>
    public CustomerKind Kind { get; private set; }

    /// <summary>Name in the standard format: upper case, single spaces, no titles added.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>The confirmed data, encrypted.</summary>
    public byte[] ProtectedData { get; private set; } = [];

    /// <summary>Where the customer stands.</summary>
    public CustomerStatus Status { get; private set; }

    /// <summary>When recorded (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When last changed (UTC).</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    internal void Confirm(string name, byte[] protectedData, DateTimeOffset now)
    {
        Name = name;
        ProtectedData = protectedData;
        UpdatedAt = now;
    }

    internal void Become(CustomerStatus status, DateTimeOffset now)
    {
        Status = status;
        UpdatedAt = now;
    }
}
