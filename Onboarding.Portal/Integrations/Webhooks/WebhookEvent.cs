using System.ComponentModel.DataAnnotations;
using Onboarding.Core.Partners;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Integrations.Webhooks;

/// <summary>What is posted to a partner when the status of one of its registrations changed. It holds no personal data.</summary>
public sealed record WebhookEvent
{
    /// <summary>The one type of event there is.</summary>
    public const string StatusChanged = "registration.status_changed";

    /// <summary>What happened.</summary>
    [Required]
    public required string Type { get; init; }

    /// <summary>When it happened (UTC).</summary>
    [Required]
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>To which registration, and what.</summary>
    [Required]
    public required StatusChange Data { get; init; }

    /// <summary>The event of a change.</summary>
    internal static WebhookEvent Of(WebhookFacts facts) => new()
    {
        Type = StatusChanged,
        Timestamp = facts.At,
        Data = new StatusChange { Number = facts.Number, PreviousStatus = facts.From, Status = facts.To, Reason = facts.Reason },
    };
}

/// <summary>A change of status.</summary>
public sealed record StatusChange
{
    /// <summary>Number of the registration.</summary>
    [Required]
    public required string Number { get; init; }

    /// <summary>Where it stood.</summary>
    [Required]
    public required CaseStatus PreviousStatus { get; init; }

    /// <summary>Where it stands now.</summary>
    [Required]
    public required CaseStatus Status { get; init; }

    /// <summary>Why.</summary>
    [Required]
    public required StatusReason Reason { get; init; }
}
