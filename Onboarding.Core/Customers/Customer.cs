using Onboarding.Core.Audit;
using Onboarding.Core.Cases;

namespace Onboarding.Core.Customers;

/// <summary>
/// A customer (pelanggan) in the register (SOP stage 3: Sistem CRM, Database Pelanggan). It has an audit chain of its own and is
/// changed through <see cref="CustomerWriter"/>, or by a step of one of its cases.
/// </summary>
public sealed class Customer : IAuditStream
{
    private readonly List<CustomerProduct> _products = [];

    private Customer()
    {
    }

    internal Customer(Guid id, CustomerNumber number, Guid caseId, CustomerKind kind, DateTimeOffset now)
    {
        Id = id;
        Number = number.ToString();
        Year = number.Year;
        Sequence = number.Sequence;
        CaseId = caseId;
        Kind = kind;
        Status = CustomerStatus.Pending;
        CreatedAt = now;
        UpdatedAt = now;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Customer number, for example CUS-2026-000045; gap-free per year.</summary>
    public string Number { get; private set; } = string.Empty;

    /// <summary>Year of the number, in the office's time zone.</summary>
    public int Year { get; private set; }

    /// <summary>Running number in that year.</summary>
    public int Sequence { get; private set; }

    /// <summary>Counts every change; a writer that saw another value is refused.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The case it was made from.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Person or business.</summary>
    public CustomerKind Kind { get; private set; }

    /// <summary>Name in the standard format: upper case, single spaces, titles as given.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Kemendagri code of the province of the main address, for filters and figures; empty when it is not known.</summary>
    public string ProvinceCode { get; private set; } = string.Empty;

    /// <summary>The <see cref="CustomerRecord"/>, encrypted.</summary>
    public byte[] ProtectedData { get; private set; } = [];

    /// <summary>Where the customer stands.</summary>
    public CustomerStatus Status { get; private set; }

    /// <summary>The customer that this one was found to be the same as, or null.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>When recorded (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When last changed (UTC).</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The products held, on their way, or ended.</summary>
    public IReadOnlyList<CustomerProduct> Products => _products;

    /// <inheritdoc/>
    public Guid StreamId => Id;

    /// <inheritdoc/>
    public int AuditSequence { get; private set; }

    /// <inheritdoc/>
    public byte[] AuditHash { get; private set; } = [];

    void IAuditStream.Advance(int sequence, byte[] hash)
    {
        AuditSequence = sequence;
        AuditHash = hash;
    }

    /// <summary>Takes the record in the standard format.</summary>
    internal void Describe(CustomerRecord record, byte[] protectedData)
    {
        Name = record.Data.DisplayName;
        ProvinceCode = record.Data.Address.Province?.Code ?? string.Empty;
        ProtectedData = protectedData;
    }

    internal void Add(CustomerProduct product) => _products.Add(product);

    /// <summary>Hands a product over to another record of the same customer.</summary>
    internal void HandOver(CustomerProduct product, Customer other)
    {
        _products.Remove(product);
        product.MoveTo(other.Id);
        other._products.Add(product);
    }

    /// <summary>Reads the status off the products.</summary>
    internal void Settle() => Status = this switch
    {
        { MergedIntoId: not null } => CustomerStatus.Merged,
        _ when _products.Exists(product => product is { Since: not null, Until: null }) => CustomerStatus.Active,
        _ when _products.Exists(product => product.Until is null) => CustomerStatus.Pending,
        _ => CustomerStatus.Closed,
    };

    /// <summary>Becomes a part of another customer, or, with null, stands for itself again.</summary>
    internal void MergeInto(Guid? survivorId) => MergedIntoId = survivorId;

    /// <summary>Counts a change.</summary>
    internal void Touch(DateTimeOffset now)
    {
        Version++;
        UpdatedAt = now;
    }
}
