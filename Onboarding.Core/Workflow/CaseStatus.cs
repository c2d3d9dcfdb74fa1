namespace Onboarding.Core.Workflow;

/// <summary>
/// Where exactly a case stands. "On hold" is not among them: a hold is a record beside an untouched status.
/// Stored as text, so the names are part of the database.
/// </summary>
public enum CaseStatus
{
    /// <summary>Customer Service is still entering an offline registration; nobody else works on it.</summary>
    Draft = 1,

    /// <summary>Diterima: the registration is in; Customer Service completes the checklist.</summary>
    Received,

    /// <summary>Menunggu pelanggan: Customer Service asked the applicant for something during intake.</summary>
    AwaitingApplicant,

    /// <summary>Verifikasi: Administrasi compares documents with data.</summary>
    InVerification,

    /// <summary>Menunggu klarifikasi: Administrasi asked the applicant about a mismatch or a gap.</summary>
    AwaitingClarification,

    /// <summary>Input CRM: every required check passed; Administrasi confirms the customer record.</summary>
    Verified,

    /// <summary>Penyimpanan: the customer record stands; IT confirms safe storage.</summary>
    Recorded,

    /// <summary>Menunggu persetujuan: the supervisor reviews and decides.</summary>
    AwaitingApproval,

    /// <summary>Aktivasi: approved; the service is being switched on.</summary>
    Activating,

    /// <summary>Onboarding: the service runs; Customer Service follows up.</summary>
    Active,

    /// <summary>Selesai: followed up, feedback asked, nothing left to do.</summary>
    Completed,

    /// <summary>Ditolak: the supervisor rejected the registration with a reason.</summary>
    Rejected,

    /// <summary>Ditarik: the applicant withdrew before the service was active.</summary>
    Withdrawn,

    /// <summary>Kedaluwarsa: the applicant did not reply in time.</summary>
    Expired,

    /// <summary>Dibatalkan: a duplicate, spam, or a discarded draft.</summary>
    Cancelled,
}
