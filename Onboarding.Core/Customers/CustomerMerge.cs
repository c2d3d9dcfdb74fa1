using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers;

/// <summary>Two records that were found to be of one customer, joined. Kept for ever, also after it was undone.</summary>
public sealed class CustomerMerge
{
    private CustomerMerge()
    {
    }

    internal CustomerMerge(Guid id, Guid survivorId, Guid mergedId, string reason, byte[] protectedContent, Actor by, DateTimeOffset at)
    {
        Id = id;
        SurvivorId = survivorId;
        MergedId = mergedId;
        Reason = reason;
        ProtectedContent = protectedContent;
        ById = by.Id;
        ByName = by.Name;
        At = at;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The customer that stays.</summary>
    public Guid SurvivorId { get; private set; }

    /// <summary>The one that became a part of it.</summary>
    public Guid MergedId { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = string.Empty;

    /// <summary>What it changed, encrypted: see <see cref="MergeContent"/>.</summary>
    public byte[] ProtectedContent { get; private set; } = [];

    /// <summary>Who merged.</summary>
    public string ById { get; private set; } = string.Empty;

    /// <summary>Display name at that time.</summary>
    public string ByName { get; private set; } = string.Empty;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it was undone (UTC), or null.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    internal void Undo(DateTimeOffset now) => UndoneAt = now;
}

/// <summary>What a merge changed, to be able to undo exactly that.</summary>
/// <param name="Before">The survivor's record before.</param>
/// <param name="After">The same after.</param>
/// <param name="Products">Products that went over.</param>
/// <param name="Interactions">Interactions that went over.</param>
internal sealed record MergeContent(CustomerRecord Before, CustomerRecord After, IReadOnlyList<Guid> Products, IReadOnlyList<Guid> Interactions)
{
    /// <summary>It tells of persons and is not printed.</summary>
    public override string ToString() => nameof(MergeContent);
}
