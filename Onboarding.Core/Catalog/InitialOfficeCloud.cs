namespace Onboarding.Core.Catalog;

/// <summary>Awan Kantor; it shows what a product can ask for beyond the usual.</summary>
internal static class InitialOfficeCloud
{
    public static readonly BrochureContent Brochure = new()
    {
        ForPersons = true,
        ForBusinesses = true,
        MonthlyFee = 99_000m,
        Requirements =
        [
            new("nama-domain", RequirementKind.Confirmation, [ApplicantGroup.LegalEntity, ApplicantGroup.SoleTrader])
            {
                Title = new("Nama domain untuk surel sudah dikonfirmasi milik badan usaha", "The mail domain is confirmed to belong to the business"),
            },
        ],
        Indonesian = new()
        {
            Name = "Awan Kantor",
            Summary = "Ruang kerja digital: surel, penyimpanan berkas, dan rapat daring untuk perorangan maupun badan usaha.",
            Description = """
                Awan Kantor menyatukan pekerjaan sehari-hari di satu tempat.

                - Surel dengan nama domain Anda sendiri
                - Penyimpanan berkas 1 TB per pengguna
                - Rapat daring hingga 100 peserta
                - Data disimpan di pusat data di Indonesia
                """,
            Fees = """
                - Biaya bulanan per pengguna, sudah termasuk PPN.
                - Tidak ada biaya awal.
                """,
            Terms = """
                - Dapat diakhiri kapan saja pada akhir bulan berjalan.
                - Perubahan tarif kami beri tahukan 30 hari sebelumnya.
                - Setelah berhenti, data Anda dapat diunduh selama 30 hari, lalu dihapus.
                """,
            Limits = """
                - Surel massal dan penyimpanan berkas yang melanggar hukum tidak diizinkan.
                - Pemulihan berkas yang dihapus hanya sampai 30 hari ke belakang.
                """,
            Questions = """
                ## Apakah saya perlu memasang sesuatu?
                Tidak. Semua berjalan di peramban; aplikasi ponsel tersedia bila Anda mau.
                """,
            Guide = """
                Buka tautan pada email aktivasi dan buat kata sandi.
                Aktifkan verifikasi dua langkah.
                Undang anggota tim Anda dari menu Pengguna.
                Pasang aplikasi di ponsel untuk bekerja dari mana saja.
                """,
        },
        English = new()
        {
            Name = "Office Cloud",
            Summary = "A digital workspace: mail, file storage and online meetings for people and businesses.",
            Description = """
                Office Cloud keeps the daily work in one place.

                - Mail under your own domain
                - 1 TB of file storage for each user
                - Online meetings with up to 100 people
                - Data is kept in data centres in Indonesia
                """,
            Fees = """
                - A monthly fee for each user, VAT included.
                - Nothing to pay at the beginning.
                """,
            Terms = """
                - Can be ended at the end of any month.
                - We announce changes of price 30 days ahead.
                - After the end your data can be downloaded for 30 days and is then erased.
                """,
            Limits = """
                - Bulk mail and unlawful content are not allowed.
                - Deleted files can be restored for 30 days.
                """,
            Questions = """
                ## Do I have to install anything?
                No. Everything runs in the browser; there are phone apps if you like.
                """,
            Guide = """
                Open the link in the activation mail and make a password.
                Switch on two-step verification.
                Invite your team from the Users menu.
                Install the app on your phone to work from anywhere.
                """,
        },
    };
}
