namespace Onboarding.Core.Queues;

/// <summary>In which order the rows of a queue stand. Each order is read from an index of its own; one by name would tell names that are covered.</summary>
public enum QueueSort
{
    /// <summary>What is due first, and what stands behind all others. The order in which the work should be done.</summary>
    Urgency = 1,

    /// <summary>What has been in the queue the longest.</summary>
    Longest,

    /// <summary>What entered the queue last.</summary>
    Newest,

    /// <summary>The oldest registration, whenever it came into this queue.</summary>
    OldestCase,
}
