namespace Onboarding.Portal.Integrations.Activation;

/// <summary>What the activation system said to an order that it did not refuse.</summary>
public abstract record ActivationAnswer;

/// <summary>The service runs.</summary>
/// <param name="Reference">The system's own reference of it.</param>
public sealed record ActivationConfirmed(string Reference) : ActivationAnswer;

/// <summary>The order was taken; the system calls back when the service runs.</summary>
public sealed record ActivationAccepted : ActivationAnswer;
