using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting.Figures;

/// <summary>All of a case that is counted, as it stands or as it stood before a write.</summary>
internal sealed record CountedCase
{
    public required Guid Id { get; init; }

    public required string ProductCode { get; init; }

    public required Channel Channel { get; init; }

    public required string ProvinceCode { get; init; }

    public required CaseStatus Status { get; init; }

    public required DateTimeOffset StatusSince { get; init; }

    public required DateTimeOffset? ReceivedAt { get; init; }

    public required DateTimeOffset? ActivatedAt { get; init; }

    public required bool IsHeld { get; init; }

    public IReadOnlyList<WorkItem> WorkItems { get; init; } = [];

    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    public IReadOnlyList<Clarification> Rounds { get; init; } = [];

    public IReadOnlyList<FollowUp> FollowUps { get; init; } = [];

    public Feedback? Feedback { get; init; }

    public static CountedCase Of(OnboardingCase owner, bool isHeld) => new()
    {
        Id = owner.Id,
        ProductCode = owner.ProductCode,
        Channel = owner.Channel,
        ProvinceCode = owner.ProvinceCode,
        Status = owner.Status,
        StatusSince = owner.StatusSince,
        ReceivedAt = owner.ReceivedAt,
        ActivatedAt = owner.ActivatedAt,
        IsHeld = isHeld,
    };
}
