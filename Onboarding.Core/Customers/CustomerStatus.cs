namespace Onboarding.Core.Customers;

/// <summary>Where a customer stands. It follows from the products held; stored as text.</summary>
public enum CustomerStatus
{
    /// <summary>Recorded in stage 3; no service runs yet and at least one is on its way.</summary>
    Pending = 1,

    /// <summary>At least one service was activated and runs.</summary>
    Active,

    /// <summary>No service runs and none is on its way: rejected, withdrawn, or ended.</summary>
    Closed,

    /// <summary>Found to be the same as another customer; the record stays and points to the other one.</summary>
    Merged,
}
