namespace Onboarding.Portal.Features.Cases;

/// <summary>The parts of the case page that can be addressed.</summary>
public static class CaseSections
{
    /// <summary>The applicant's data.</summary>
    public const string Data = "data";

    /// <summary>The documents.</summary>
    public const string Documents = "documents";

    /// <summary>Checklist Kelengkapan Data (stage 1).</summary>
    public const string Checklist = "checklist";

    /// <summary>Matches of the duplicate search.</summary>
    public const string Duplicates = "duplicates";

    /// <summary>Clarification with the applicant and the log of contacts (stages 1 and 2).</summary>
    public const string Questions = "questions";

    /// <summary>Form Verifikasi Data (stage 2).</summary>
    public const string Verification = "verification";

    /// <summary>The customer record (stage 3).</summary>
    public const string Record = "record";

    /// <summary>The storage and security checklist (stage 3).</summary>
    public const string Storage = "storage";

    /// <summary>The activation (stage 4).</summary>
    public const string Activation = "activation";

    /// <summary>Points with which the supervisor sent the case back (stages 2 and 3).</summary>
    public const string Points = "points";

    /// <summary>Concerns beside the path of the case.</summary>
    public const string Concerns = "concerns";

    /// <summary>Messages to the applicant.</summary>
    public const string Messages = "messages";

    /// <summary>Follow-ups (stage 5).</summary>
    public const string FollowUps = "follow-ups";
}
