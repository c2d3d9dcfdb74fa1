namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>A service switched on by the embedded activation (SOP stage 4: Sistem Aktivasi Layanan). One for each idempotency key.</summary>
public sealed class LocalService
{
    private LocalService()
    {
    }

    internal LocalService(Guid caseId, string reference, string productCode, DateTimeOffset now)
    {
        CaseId = caseId;
        Reference = reference;
        ProductCode = productCode;
        ActivatedAt = now;
    }

    /// <summary>The case, which has at most one service.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Service number, for example SVC-2026-000031.</summary>
    public string Reference { get; private set; } = string.Empty;

    /// <summary>Product.</summary>
    public string ProductCode { get; private set; } = string.Empty;

    /// <summary>When it was switched on (UTC).</summary>
    public DateTimeOffset ActivatedAt { get; private set; }

    /// <summary>When it was switched off (UTC), or null.</summary>
    public DateTimeOffset? DeactivatedAt { get; private set; }

    internal void Deactivate(DateTimeOffset now) => DeactivatedAt ??= now;
}
