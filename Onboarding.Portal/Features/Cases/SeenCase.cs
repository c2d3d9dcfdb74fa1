using Onboarding.Core.Cases;
using Onboarding.Core.Results;

namespace Onboarding.Portal.Features.Cases;

/// <summary>
/// The state of a case that a person saw when they opened a form. They decide on what they saw: what others change meanwhile
/// counts only when they have taken note of it.
/// </summary>
public sealed class SeenCase
{
    /// <summary>Begins with the case as it is shown now.</summary>
    public SeenCase(CaseFile file) => Take(file);

    /// <summary>The case in the version seen.</summary>
    public CaseTarget Target { get; private set; } = default!;

    /// <summary>Sequence of the last event seen.</summary>
    public int Sequence { get; private set; }

    /// <summary>True when the core refused because the case is not what was seen.</summary>
    public bool IsOutdated { get; private set; }

    /// <summary>Takes note of the case as it is shown now.</summary>
    public void Take(CaseFile file)
    {
        Target = file.Target;
        Sequence = file.Case.AuditSequence;
        IsOutdated = false;
    }

    /// <summary>Takes the core's answer; what is left to be told beside the list of changes.</summary>
    public Refusal? Told(Refusal? refusal)
    {
        IsOutdated = refusal?.Code == RefusalCode.VersionConflict;
        return IsOutdated ? null : refusal;
    }
}
