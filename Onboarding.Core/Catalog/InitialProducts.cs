namespace Onboarding.Core.Catalog;

/// <summary>The products a new installation starts with.</summary>
internal static class InitialProducts
{
    public static IReadOnlyList<Product> Create() =>
    [
        new(
            "INTERNET-RUMAH",
            new("Internet Rumah", "Internet serat optik hingga 50 Mbps untuk rumah, tanpa batas pemakaian, termasuk perangkat Wi-Fi.", """
                Hubungkan perangkat Wi-Fi ke listrik dan tunggu lampu hijau.
                Sambungkan ponsel ke nama jaringan yang tertera pada stiker perangkat.
                Ganti kata sandi Wi-Fi pada pemakaian pertama.
                Hubungi layanan pelanggan apabila lampu merah menyala lebih dari lima menit.
                """),
            new("Home Internet", "Fibre internet up to 50 Mbps for the home, unlimited use, Wi-Fi device included.", """
                Connect the Wi-Fi device to the mains and wait for the green light.
                Join the network whose name is on the device's label.
                Change the Wi-Fi password on first use.
                Call customer service when the red light stays on for more than five minutes.
                """),
            forPersons: true, forBusinesses: false, monthlyFee: 349_000m),
        new(
            "INTERNET-BISNIS",
            new("Internet Bisnis", "Internet khusus badan usaha dengan alamat IP tetap, jaminan kecepatan, dan dukungan 24 jam.", """
                Pasang perangkat bersama teknisi pada jadwal yang disepakati.
                Catat alamat IP tetap yang tertera pada surat aktivasi.
                Daftarkan nomor kontak penanggung jawab untuk laporan gangguan.
                Laporkan gangguan dengan menyebut nomor layanan Anda.
                """),
            new("Business Internet", "Internet for businesses with a fixed IP address, guaranteed speed and support around the clock.", """
                Install the device with the technician at the agreed time.
                Note the fixed IP address in the activation letter.
                Register the contact who reports disturbances.
                Quote your service number when you report a disturbance.
                """),
            forPersons: false, forBusinesses: true, monthlyFee: 1_250_000m),
        new(
            "AWAN-KANTOR",
            new("Awan Kantor", "Ruang kerja digital: surel, penyimpanan berkas, dan rapat daring untuk perorangan maupun badan usaha.", """
                Buka tautan pada email aktivasi dan buat kata sandi.
                Aktifkan verifikasi dua langkah.
                Undang anggota tim Anda dari menu Pengguna.
                Pasang aplikasi di ponsel untuk bekerja dari mana saja.
                """),
            new("Office Cloud", "A digital workspace: mail, file storage and online meetings for people and businesses.", """
                Open the link in the activation mail and make a password.
                Switch on two-step verification.
                Invite your team from the Users menu.
                Install the app on your phone to work from anywhere.
                """),
            forPersons: true, forBusinesses: true, monthlyFee: 99_000m),
    ];
}
