namespace Onboarding.Core.Workflow;

/// <summary>The five stages (tahap) of the SOP, in their order.</summary>
public enum Stage
{
    /// <summary>Tahap 1: Penerimaan Data Pelanggan.</summary>
    Intake = 1,

    /// <summary>Tahap 2: Verifikasi Dokumen dan Data.</summary>
    Verification = 2,

    /// <summary>Tahap 3: Input dan Penyimpanan Data.</summary>
    Recording = 3,

    /// <summary>Tahap 4: Persetujuan dan Aktivasi.</summary>
    Approval = 4,

    /// <summary>Tahap 5: Onboarding dan Tindak Lanjut.</summary>
    FollowUp = 5,
}
