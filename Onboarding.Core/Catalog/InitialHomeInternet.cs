namespace Onboarding.Core.Catalog;

/// <summary>Internet Rumah.</summary>
internal static class InitialHomeInternet
{
    public static readonly BrochureContent Brochure = new()
    {
        ForPersons = true,
        MonthlyFee = 349_000m,
        OneTimeFee = 250_000m,
        MinimumMonths = 12,
        Indonesian = new()
        {
            Name = "Internet Rumah",
            Summary = "Internet serat optik hingga 50 Mbps untuk rumah, tanpa batas pemakaian, termasuk perangkat Wi-Fi.",
            Description = """
                Internet Rumah menghubungkan rumah Anda dengan serat optik sampai ke dalam ruangan.

                - Kecepatan unduh **hingga 50 Mbps**, unggah hingga 20 Mbps
                - Tanpa batas pemakaian dan tanpa penurunan kecepatan
                - Perangkat Wi-Fi dua pita dipinjamkan selama berlangganan
                - Pemasangan oleh teknisi pada hari kerja, pada jadwal yang Anda pilih
                """,
            Fees = """
                - Biaya bulanan sudah termasuk PPN dan pinjaman perangkat Wi-Fi.
                - Biaya pemasangan dibayar satu kali, setelah pemasangan selesai.
                - Tarik kabel lebih dari 50 meter dikenai Rp5.000 per meter, dan diberitahukan sebelum dikerjakan.
                """,
            Terms = """
                - Masa berlangganan paling singkat 12 bulan. Sesudahnya Anda dapat berhenti kapan saja dengan pemberitahuan 30 hari.
                - Perubahan tarif kami beri tahukan 30 hari sebelumnya; Anda dapat berhenti tanpa denda.
                - Tagihan terbit setiap tanggal 1 dan jatuh tempo tanggal 20.
                - Gangguan lebih dari 24 jam mengurangi tagihan bulan itu secara sebanding.
                """,
            Limits = """
                - Hanya untuk alamat yang terjangkau jaringan kami; bila tidak terjangkau, pendaftaran tidak dikenai biaya apa pun.
                - Kecepatan melalui Wi-Fi bergantung pada jarak dan perangkat Anda.
                - Tidak untuk dijual kembali, dan tanpa alamat IP tetap.
                """,
            Questions = """
                ## Berapa lama sampai aktif?
                Biasanya lima hari kerja sejak pendaftaran disetujui, tergantung jadwal pemasangan Anda.

                ## Apakah saya harus di rumah saat pemasangan?
                Ya, Anda atau orang dewasa yang Anda tunjuk.

                ## Bagaimana bila saya pindah rumah?
                Layanan dapat dipindahkan ke alamat lain yang terjangkau jaringan, dengan biaya pemasangan ulang.
                """,
            Guide = """
                Hubungkan perangkat Wi-Fi ke listrik dan tunggu lampu hijau.
                Sambungkan ponsel ke nama jaringan yang tertera pada stiker perangkat.
                Ganti kata sandi Wi-Fi pada pemakaian pertama.
                Hubungi layanan pelanggan apabila lampu merah menyala lebih dari lima menit.
                """,
        },
        English = new()
        {
            Name = "Home Internet",
            Summary = "Fibre internet up to 50 Mbps for the home, unlimited use, Wi-Fi device included.",
            Description = """
                Home Internet brings optical fibre into your living room.

                - Download **up to 50 Mbps**, upload up to 20 Mbps
                - Unlimited use, no slowing down
                - A dual-band Wi-Fi device on loan while you subscribe
                - Installed by a technician on a working day of your choice
                """,
            Fees = """
                - The monthly fee includes VAT and the loan of the Wi-Fi device.
                - The installation fee is paid once, after the installation.
                - Cable beyond 50 metres costs Rp5.000 a metre; you are told before the work begins.
                """,
            Terms = """
                - The minimum term is 12 months. After that you may end the service at any time with 30 days' notice.
                - We announce changes of price 30 days ahead; you may then end the service without a penalty.
                - Bills are issued on the 1st and are due on the 20th.
                - A disturbance of more than 24 hours reduces that month's bill in proportion.
                """,
            Limits = """
                - Only where our network reaches; where it does not, the registration costs you nothing.
                - The speed over Wi-Fi depends on distance and on your devices.
                - Not for resale, and without a fixed IP address.
                """,
            Questions = """
                ## How long does it take?
                Usually five working days after the registration was approved, depending on the date you choose.

                ## Do I have to be at home for the installation?
                Yes, you or an adult whom you name.

                ## What if I move?
                The service can move to another address that our network reaches, for another installation fee.
                """,
            Guide = """
                Connect the Wi-Fi device to the mains and wait for the green light.
                Join the network whose name is on the device's label.
                Change the Wi-Fi password on first use.
                Call customer service when the red light stays on for more than five minutes.
                """,
        },
    };
}
