namespace Onboarding.Core.Documents;

/// <summary>What the portal knows about the content of a document.</summary>
public enum DocumentState
{
    /// <summary>Looked into and found harmless: it can be opened and satisfies the checklist.</summary>
    Usable = 1,

    /// <summary>
    /// Received while a tool that looks into it, or the required virus scanner, was away ("belum diperiksa"). Kept encrypted,
    /// opened by nobody, satisfies nothing; a job looks into it when the tool is back.
    /// </summary>
    NotYetChecked,

    /// <summary>The virus scanner recognised it ("dikarantina"). Kept encrypted for IT to see what came in; opened by nobody.</summary>
    Quarantined,

    /// <summary>Its content was removed, since a late check refused it or IT deleted it from quarantine. The entry stays, as a version that was.</summary>
    Removed,
}
