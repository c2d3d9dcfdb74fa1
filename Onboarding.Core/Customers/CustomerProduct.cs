namespace Onboarding.Core.Customers;

/// <summary>
/// A product that a customer holds, held, or waits for. Each case brings exactly one, so this is also how a case finds its customer,
/// whatever was merged since.
/// </summary>
public sealed class CustomerProduct
{
    private CustomerProduct()
    {
    }

    internal CustomerProduct(Guid id, Guid customerId, Guid caseId, string productCode)
    {
        Id = id;
        CustomerId = customerId;
        CaseId = caseId;
        ProductCode = productCode;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The customer.</summary>
    public Guid CustomerId { get; private set; }

    /// <summary>The case it was registered with.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Code of the product.</summary>
    public string ProductCode { get; private set; } = string.Empty;

    /// <summary>The activation system's own reference, or null before the activation.</summary>
    public string? ServiceReference { get; private set; }

    /// <summary>Since when the service runs (UTC), or null before the activation.</summary>
    public DateTimeOffset? Since { get; private set; }

    /// <summary>Until when (UTC); null while it runs or is on its way.</summary>
    public DateTimeOffset? Until { get; private set; }

    internal void Start(string serviceReference, DateTimeOffset now)
    {
        ServiceReference = serviceReference;
        Since = now;
        Until = null;
    }

    internal void End(DateTimeOffset now) => Until ??= now;

    /// <summary>The case was reopened: the product is on its way again.</summary>
    internal void Reopen() => Until = null;

    /// <summary>Goes over to another record of the same customer.</summary>
    internal void MoveTo(Guid customerId) => CustomerId = customerId;
}
