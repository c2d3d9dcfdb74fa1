namespace Onboarding.Core.Queues;

/// <summary>How the company works its queues.</summary>
public sealed record QueueSettings
{
    /// <summary>True when opening a case whose work nobody has takes it, for whoever may take it.</summary>
    public bool ClaimOnOpening { get; init; }
}
