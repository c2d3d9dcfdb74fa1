using Onboarding.Core.Customers.Crm;

namespace Onboarding.Portal.Integrations.Crm;

/// <summary>The external CRM (SOP: Sistem CRM). The register leads; the CRM follows and never writes back.</summary>
public interface ICustomerRelations
{
    /// <summary>
    /// Lets it hold this version of a customer: makes the record, or replaces an earlier version. The same version twice is one record, and an
    /// earlier version never replaces a later one unless the document says so. So order and repeats do no harm.
    /// </summary>
    /// <returns>The CRM's own id of the record.</returns>
    /// <exception cref="CrmFailedException">It did not confirm that it holds this version.</exception>
    Task<string> PutAsync(CrmDocument document, CancellationToken cancellation);

    /// <summary>Lists what it holds, a page at a time.</summary>
    /// <param name="after">The place that the page before named, or null for the first page.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="CrmFailedException">It did not say.</exception>
    Task<CrmListing> ListAsync(string? after, CancellationToken cancellation);
}

/// <summary>A page of what the CRM holds.</summary>
/// <param name="Entries">The records.</param>
/// <param name="Next">The place to go on from, or null at the end.</param>
public sealed record CrmListing(IReadOnlyList<CrmEntry> Entries, string? Next);

/// <summary>The CRM did not do what it was asked for. It carries codes only, nothing that came from outside.</summary>
public sealed class CrmFailedException : Exception
{
    /// <summary>With the reason.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="httpStatus">Status of the answer, or null when there was none.</param>
    public CrmFailedException(CrmReason reason, int? httpStatus = null)
        : base(reason.ToString())
    {
        Reason = reason;
        HttpStatus = httpStatus;
    }

    /// <summary>Why.</summary>
    public CrmReason Reason { get; }

    /// <summary>Status of the answer, or null.</summary>
    public int? HttpStatus { get; }

    /// <summary>How long the CRM asked to wait, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True when it says something about the CRM or the way to it rather than about one record.</summary>
    public bool IsTransient => Reason is not (CrmReason.RecordRefused or CrmReason.NewerThere);

    /// <summary>One word for logs and the outbox.</summary>
    public string Code => HttpStatus is { } status ? $"Http{status}" : Reason.ToString();
}
