using Onboarding.Core.Stages.Stage1Intake;

namespace Onboarding.Core.Cases;

/// <summary>Which list a tick belongs to.</summary>
public enum ChecklistKind
{
    /// <summary>Checklist Kelengkapan Data (SOP stage 1).</summary>
    Completeness = 1,

    /// <summary>Storage and security checklist (SOP stage 3).</summary>
    Storage,
}

/// <summary>An item that a person, or a proof by the system, has ticked.</summary>
public sealed class ChecklistTick
{
    private ChecklistTick()
    {
    }

    internal ChecklistTick(Guid id, Guid caseId, ChecklistKind list, string item, string? remark, string byId, string byName, DateTimeOffset at)
    {
        Id = id;
        CaseId = caseId;
        List = list;
        Item = item;
        Remark = remark;
        ById = byId;
        ByName = byName;
        At = at;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Which list.</summary>
    public ChecklistKind List { get; private set; }

    /// <summary>Code of the item.</summary>
    public string Item { get; private set; } = string.Empty;

    /// <summary>Remark, or null.</summary>
    public string? Remark { get; private set; }

    /// <summary>Who ticked it.</summary>
    public string ById { get; private set; } = string.Empty;

    /// <summary>Display name at that time.</summary>
    public string ByName { get; private set; } = string.Empty;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Version of the brochure that was explained; of that item alone.</summary>
    public int? BrochureVersion { get; internal init; }

    /// <summary>By which means it was explained; of that item alone.</summary>
    public ExplanationMeans? Means { get; internal init; }
}
