namespace Onboarding.Core.Compliance;

/// <summary>
/// The privacy notice a new installation starts with: what UU PDP Pasal 21(1) asks to be told before consent. Tim
/// Kepatuhan replaces it by the company's own, as a new version.
/// </summary>
internal static class InitialPolicies
{
    private static readonly DateTimeOffset EffectiveFrom = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<PolicyText> Create() => [new(PolicyCodes.Privacy, "2026-01", Indonesian, English, EffectiveFrom)];

    private const string Indonesian = """
        ## Siapa kami
        Kami adalah pengendali data pribadi untuk pendaftaran layanan ini. Petugas pelindungan data pribadi dapat dihubungi melalui Tim Kepatuhan.

        ## Data yang kami proses dan tujuannya
        Kami memproses nama, nomor identitas, tanggal dan tempat lahir, jenis kelamin, alamat, nomor telepon, alamat email, serta salinan dokumen identitas. Untuk badan usaha kami memproses data penanggung jawab dan pemilik manfaat.
        Tujuannya: menerima pendaftaran, memverifikasi identitas, mengaktifkan layanan, dan menindaklanjuti layanan Anda. Dasar pemrosesannya adalah pelaksanaan perjanjian atas permintaan Anda dan kewajiban hukum kami.

        ## Berapa lama
        Data pelanggan disimpan selama Anda berlangganan dan selama diwajibkan peraturan setelahnya. Pendaftaran yang ditolak atau tidak dilanjutkan dihapus setelah masa retensi yang lebih singkat.

        ## Hak Anda
        Anda berhak memperoleh informasi, mengakses dan memperoleh salinan, memperbaiki, menarik kembali persetujuan, membatasi, menghapus, dan mengajukan keberatan atas pemrosesan data pribadi Anda. Permintaan akses, perbaikan, penarikan persetujuan, dan pembatasan kami tanggapi paling lambat 3 x 24 jam.

        ## Penerima data
        Data hanya dibuka oleh petugas yang membutuhkannya untuk tahapan pendaftaran Anda, dan setiap pembukaan dokumen dicatat. Kami tidak menjual data pribadi.
        """;

    private const string English = """
        ## Who we are
        We are the controller of the personal data of this registration. Our data protection officer is reached through the compliance team.

        ## What we process, and why
        We process name, identity numbers, date and place of birth, sex, address, telephone number, e-mail address and copies of identity documents. For businesses we process data of the representative and the beneficial owner.
        The purposes: taking your registration, verifying your identity, activating the service and following up. The legal bases are the contract you ask for and our legal duties.

        ## How long
        Customer data is kept while you are a customer and as long as the law requires afterwards. Registrations that are rejected or not continued are erased after a shorter period.

        ## Your rights
        You may be informed, access and copy, correct, withdraw consent, restrict, erase, and object to the processing of your personal data. We answer requests for access, correction, withdrawal and restriction within 3 x 24 hours.

        ## Recipients
        Data is opened only by staff who need it for the stage of your registration, and each opening of a document is recorded. We do not sell personal data. The text in Bahasa Indonesia is the reference.
        """;
}
