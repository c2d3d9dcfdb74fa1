using Onboarding.Core.Catalog;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>The categories of rejection that a new installation starts with.</summary>
internal static class InitialRejectionReasons
{
    public const string IdentityMismatch = "IDENTITY_MISMATCH";
    public const string NotCovered = "NOT_COVERED";

    private static readonly (string Code, LocalText Name, LocalText Text, string? Ground)[] Rows =
    [
        (
            IdentityMismatch,
            new("Identitas tidak sesuai", "Identity does not agree"),
            new(
                "Data identitas pada formulir tidak sesuai dengan dokumen yang Anda berikan.",
                "The identity data in the form does not agree with the documents you gave us."),
            "SOP tahap 2: verifikasi identitas"),
        (
            "DOCUMENT_INVALID",
            new("Dokumen tidak sah atau tidak berlaku", "Document not genuine or not in force"),
            new(
                "Satu atau beberapa dokumen tidak dapat kami terima: tidak terbaca, tidak berlaku, atau tidak dapat dibuktikan keasliannya.",
                "We cannot accept one or more documents: they cannot be read, are not in force, or their authenticity could not be shown."),
            "SOP tahap 2: keaslian dokumen"),
        (
            NotCovered,
            new("Lokasi belum terjangkau", "Location not covered"),
            new(
                "Lokasi pemasangan belum terjangkau jaringan kami.",
                "The place of installation is not within reach of our network yet."),
            null),
        (
            "ALREADY_CUSTOMER",
            new("Sudah menjadi pelanggan", "Customer already"),
            new(
                "Anda sudah terdaftar sebagai pelanggan kami. Untuk layanan tambahan, hubungi Tim Customer Service.",
                "You are registered as our customer already. For a further service, contact Customer Service."),
            "SOP: Pelanggan Baru"),
        (
            "NO_AUTHORITY",
            new("Wewenang penanda tangan tidak terbukti", "Authority to sign not shown"),
            new(
                "Wewenang orang yang mendaftarkan badan usaha tidak dapat dibuktikan dari akta atau surat kuasa.",
                "The deed or power of attorney does not show that the person who registers the business may act for it."),
            "UU 40/2007 Pasal 98"),
        (
            "LEGAL",
            new("Larangan peraturan", "Prohibited by law"),
            new(
                "Peraturan yang berlaku tidak mengizinkan kami menyetujui pendaftaran ini.",
                "The law does not allow us to approve this registration."),
            null),
        (
            "OTHER",
            new("Alasan lain", "Another reason"),
            new(
                "Pendaftaran ini belum dapat kami setujui.",
                "We cannot approve this registration."),
            null),
    ];

    public static IReadOnlyList<RejectionReason> Create() =>
    [
        .. Rows.Select((row, index) =>
        {
            var reason = new RejectionReason(row.Code);
            reason.Change(index + 1, row.Name, row.Text, row.Ground, isActive: true);
            return reason;
        }),
    ];
}
