namespace Onboarding.Core.Catalog;

/// <summary>Internet Bisnis.</summary>
internal static class InitialBusinessInternet
{
    public static readonly BrochureContent Brochure = new()
    {
        ForBusinesses = true,
        MonthlyFee = 1_250_000m,
        OneTimeFee = 1_500_000m,
        MinimumMonths = 24,
        Indonesian = new()
        {
            Name = "Internet Bisnis",
            Summary = "Internet khusus badan usaha dengan alamat IP tetap, jaminan kecepatan, dan dukungan 24 jam.",
            Description = """
                Internet Bisnis memberi kantor Anda sambungan yang dijamin.

                - Kecepatan **100 Mbps** unduh dan unggah, dijamin paling sedikit 90 %
                - Satu alamat IP tetap, tambahan atas permintaan
                - Dukungan teknis 24 jam dan teknisi di tempat paling lambat 8 jam
                - Laporan ketersediaan layanan setiap bulan
                """,
            Fees = """
                - Biaya bulanan sudah termasuk PPN.
                - Biaya pemasangan sudah termasuk survei lokasi dan perangkat.
                - Alamat IP tetap tambahan Rp75.000 per alamat per bulan.
                """,
            Terms = """
                - Masa berlangganan paling singkat 24 bulan. Sesudahnya dapat diakhiri dengan pemberitahuan 30 hari.
                - Ketersediaan dijamin 99,5 % per bulan; kekurangannya mengurangi tagihan secara sebanding.
                - Perubahan tarif kami beri tahukan 30 hari sebelumnya; Anda dapat berhenti tanpa denda.
                - Perjanjian ditandatangani oleh direktur atau pengurus, atau oleh penerima kuasa dengan surat kuasa.
                """,
            Limits = """
                - Hanya untuk lokasi yang lolos survei; bila tidak, pendaftaran tidak dikenai biaya apa pun.
                - Jaringan di dalam gedung bukan bagian dari layanan.
                """,
            Questions = """
                ## Apakah izin pengelola gedung diperlukan?
                Ya, bila kantor Anda berada di gedung yang dikelola pihak lain. Kami membantu menyiapkan surat permohonannya.

                ## Siapa yang menandatangani perjanjian?
                Direktur atau pengurus yang namanya ada dalam akta terakhir, atau penerima kuasanya.
                """,
            Guide = """
                Pasang perangkat bersama teknisi pada jadwal yang disepakati.
                Catat alamat IP tetap yang tertera pada surat aktivasi.
                Daftarkan nomor kontak penanggung jawab untuk laporan gangguan.
                Laporkan gangguan dengan menyebut nomor layanan Anda.
                """,
        },
        English = new()
        {
            Name = "Business Internet",
            Summary = "Internet for businesses with a fixed IP address, guaranteed speed and support around the clock.",
            Description = """
                Business Internet gives your office a line with a guarantee.

                - **100 Mbps** down and up, at least 90 % of it guaranteed
                - One fixed IP address, more on request
                - Support around the clock, a technician on site within 8 hours
                - A report on availability every month
                """,
            Fees = """
                - The monthly fee includes VAT.
                - The installation fee includes the site survey and the device.
                - Further fixed IP addresses cost Rp75.000 each per month.
                """,
            Terms = """
                - The minimum term is 24 months. After that it can be ended with 30 days' notice.
                - Availability of 99.5 % a month is guaranteed; a shortfall reduces the bill in proportion.
                - We announce changes of price 30 days ahead; you may then end the service without a penalty.
                - The agreement is signed by a director or officer, or by somebody with a power of attorney.
                """,
            Limits = """
                - Only where the site survey allows it; where it does not, the registration costs you nothing.
                - The network inside the building is not part of the service.
                """,
            Questions = """
                ## Is the building management's permission needed?
                Yes, when your office is in a building that others manage. We help to prepare the request.

                ## Who signs the agreement?
                A director or officer named in the latest deed, or somebody with that person's power of attorney.
                """,
            Guide = """
                Install the device with the technician at the agreed time.
                Note the fixed IP address in the activation letter.
                Register the contact who reports disturbances.
                Quote your service number when you report a disturbance.
                """,
        },
    };
}
