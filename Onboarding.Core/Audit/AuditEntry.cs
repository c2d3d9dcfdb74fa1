namespace Onboarding.Core.Audit;

/// <summary>What happened, before it becomes an event of a chain.</summary>
/// <param name="Action">Code of the action: a case action, or an area and an action such as "WorkItem.Claim".</param>
public sealed record AuditEntry(string Action)
{
    /// <summary>Status before, or null when the entry is not about a status.</summary>
    public string? From { get; init; }

    /// <summary>Status after.</summary>
    public string? To { get; init; }

    /// <summary>Why, in the actor's words.</summary>
    public string? Reason { get; init; }

    /// <summary>Facts about what changed as JSON, without personal data.</summary>
    public string? Details { get; init; }

    /// <summary>Before and after of personal data, encrypted.</summary>
    public byte[]? ProtectedDetails { get; init; }
}
