namespace Onboarding.Portal.Integrations.Outbox;

/// <summary>What came of an attempt to send a message.</summary>
public abstract record DeliveryOutcome;

/// <summary>It was sent.</summary>
public sealed record Delivered : DeliveryOutcome;

/// <summary>The case no longer calls for it.</summary>
public sealed record NotNeeded : DeliveryOutcome;

/// <summary>It was not taken; another attempt follows.</summary>
/// <param name="Code">One word, without text from outside.</param>
public sealed record DeliveryFailed(string Code) : DeliveryOutcome;

/// <summary>It was refused for good: another attempt would be refused too.</summary>
/// <param name="Code">One word, without text from outside.</param>
public sealed record DeliveryRefused(string Code) : DeliveryOutcome;

/// <summary>It has to wait through nobody's fault.</summary>
/// <param name="Delay">How long at least.</param>
public sealed record DeliveryDeferred(TimeSpan Delay) : DeliveryOutcome;
