using System.Collections.Frozen;

namespace Onboarding.Core.Matching;

/// <summary>
/// What is known of the words in Indonesian names: titles, particles, spellings of one and the same name, abbreviations, and
/// words so common that they tell little. All in capitals, letters only.
/// </summary>
internal static class NameWords
{
    /// <summary>Titles and forms of address before a name; they are not part of it.</summary>
    public static readonly FrozenSet<string> TitlesBefore = Words("""
        DR DRG DRH DRS DRA IR PROF TN NY NN SDR SDRI BPK BAPAK IBU H HJ HAJI HAJJAH HAJAH KH KYAI KIAI USTADZ USTAD UST USTADZAH
        RADEN RR RA RM RD KRT KRMT KPH GRAY BRA RORO AJENG TB TUBAGUS ALM ALMH PDT PASTOR ROMO SR SUSTER NGABEHI
        """);

    /// <summary>Academic and professional titles behind a name, written with or without dots.</summary>
    public static readonly FrozenSet<string> TitlesAfter = Words("""
        SE SH MH MM MBA MSC BSC BA MA PHD SKOM MKOM ST MT SPD MPD SPDI MPDI SAG MAG SSOS MSOS SIP MIP MSI SSI SKEP MKEP NERS NS AMD AMK
        AMKEB AMKEP SKM MKM SPT SP MP SPI SPSI MPSI PSIKOLOG SFARM APT SKED SKG SPOG SPA SPPD SPB SPM CPA CA AK BKP LC SHI MHI SEI SEK
        SSN MSN SS MHUM SHUM STP SHUT SPN MKN SST SSTP SIKOM MIKOM SAB SAP MAP STR STRKEB STRKEP MTR DIPL ING AMDKEB BBA BE SIT MTI
        """);

    /// <summary>Particles: "I" and "Ni" of Balinese names tell the sex, others stand between words. They are left out.</summary>
    public static readonly FrozenSet<string> Particles = Words("I NI VAN DE DER DA AL EL DAN AS AR ASH AN");

    /// <summary>What stands before the father's name, which is seldom written on the card: its words have little weight.</summary>
    public static readonly FrozenSet<string> BeforeFather = Words("BIN BINTI IBNU BT BTE BINT");

    /// <summary>Other spellings and abbreviations, each with the form that is compared.</summary>
    public static readonly FrozenDictionary<string, string> Variants = Pairs("""
        MUHAMMAD: MUHAMAD MUHAMMED MUHAMED MOHAMMAD MOHAMAD MOHAMMED MOHAMED MOCHAMMAD MOCHAMAD MUCHAMMAD MUCHAMAD MOKHAMMAD MOKHAMAD MUKHAMMAD MUKHAMAD MUH MOH MOCH MUCH MOKH MUKH MHD MUHD MOHD MHMD
        AHMAD: ACHMAD AKHMAD AHMED ACHMAT AKHMAT AHMAT ACH AKH AHM AKMAD
        ABDUL: ABD ABDOEL ABDULL ABDL ABDU
        ABDULLAH: ABDULLOH ABDOELLAH ABDULAH ABDULOH
        SITI: ST SITTI SITY
        NUR: NOOR NOER NOR NURR NUUR
        SRI: SERI
        DEWI: DEWIE DEVI DEVIE DEWY
        RAHMAN: ROHMAN RACHMAN ROCHMAN RAKHMAN ROKHMAN
        RAHMAT: ROHMAT RACHMAT ROCHMAT RAKHMAT ROKHMAT RAHMAD RACHMAD ROHMAD
        RAHIM: ROHIM RACHIM ROCHIM
        RIZKI: RIZKY RISKI RISKY RIZQI RIZQY RISQI RIZKIE RIZKEY
        RAMADAN: RAMADHAN RAMADHON RAMADLAN RAMADON ROMADHON ROMADON ROMADLON RAMDHAN RAMDAN RAMDON RAMDHANI RAMADHANI RAMADANI RAMDANI
        KHAIRUL: CHAIRUL HAIRUL KHOIRUL CHOIRUL HOIRUL KOIRUL KAIRUL
        TAUFIK: TAUFIQ TOUFIK TAUFIC TOFIK TOPIK TAUPIK TAUFIKH TAOFIK TAOFIQ
        YUSUF: YUSUP JUSUF YOESOEF JOESOEF YUSSUF YUSOF YOSEF YUSUFF
        AISYAH: AISHA AISHAH AISAH AISYA AISA ASIYAH
        FATIMAH: FATIMA PATIMAH FATHIMAH FATMAH PATMAH
        KHADIJAH: KHOTIJAH SITIKHADIJAH HADIJAH CHADIDJAH KHODIJAH HODIJAH HOTIJAH KATIJAH KADIJAH CHOTIDJAH
        IBRAHIM: IBROHIM EBRAHIM IBRAHIEM IBRAHEEM
        ISMAIL: ISMAEL ISMAILL
        HASAN: HASSAN CHASAN
        HUSEIN: HUSAIN HUSEN HUSSEIN HUSSAIN HUSIN HOESEIN HOESIN
        SYARIF: SARIF SYARIEF SJARIF SYARIP SARIP SHARIF
        UMAR: OEMAR OMAR UMMAR
        USMAN: UTSMAN OESMAN OSMAN USMANN
        AMINAH: AMINA AMMINAH
        ZAENAL: ZAINAL ZAINUL ZAENUL JAENAL JAINAL ZENAL SAENAL
        AZIZ: AZIS AJIS ASIS AZIES AJIZ
        AGUNG: AGOENG
        WAYAN: WYN WY WAJAN
        NYOMAN: NYM NJOMAN
        KETUT: KT KTT
        KADEK: KD KDK
        KOMANG: KMG KM
        GEDE: GD GDE GEDHE
        MADE: MD MDE
        PUTU: PT PTU
        GUSTI: GST
        AGUS: AGOES AGUES
        BAMBANG: BBG BAMBNG
        SURYA: SOERJA SURJA SOERYA
        WIJAYA: WIDJAJA WIDJAYA WIJAJA
        JAYA: DJAJA DJAYA JAJA
        EDI: EDY EDDY EDDI EDHI EDDIE EDHY
        ADI: ADY ADHI ADDY ADHY
        BUDI: BUDY BUDHI BOEDI BUDHY
        DWI: DWIE DWY DUWI
        TRI: TRIE
        EKO: EKHO ECO
        INDAH: INDA
        PUTRI: PUTERI POETRI PTR
        PUTRA: PUTERA POETRA POETERA
        KRISTIAN: CHRISTIAN CRISTIAN KRISTIYAN KHRISTIAN CRISTIYAN
        KRISTINA: CHRISTINA CRISTINA
        YOHANES: JOHANES JOHANNES YOHANNES JOHANNIS YOHANIS
        MARIA: MARIYA MARYA
        LILIK: LILIEK
        SLAMET: SELAMET SLAMAT SELAMAT
        """);

    /// <summary>Words of persons' names that a great many people bear; agreement in them alone tells little.</summary>
    public static readonly FrozenSet<string> CommonInPersons = Words("""
        MUHAMMAD AHMAD ABDUL SITI NUR SRI DEWI PUTRI PUTRA EKA DWI TRI AGUS BUDI WAYAN MADE NYOMAN KETUT PUTU KADEK KOMANG GEDE GUSTI IDA
        BAGUS AYU LUH ANAK AGUNG DEWA DESAK COKORDA MARIA YOHANES NURUL ABDULLAH EKO
        """);

    /// <summary>Words that so many businesses bear that agreement in them tells little.</summary>
    public static readonly FrozenSet<string> CommonInBusinesses = Words("""
        JAYA MAKMUR SEJAHTERA ABADI SENTOSA MANDIRI UTAMA INDONESIA NUSANTARA KARYA SUMBER MITRA BERSAMA SUKSES MAJU BERKAH PRIMA GLOBAL
        PERKASA LESTARI INDAH CIPTA ANUGERAH MULIA SINAR CAHAYA USAHA DAGANG TOKO BARU RAYA AGUNG GROUP TEKNIK TEKNOLOGI PERSADA PRATAMA
        MULTI ANEKA INTI SARANA GRAHA BUMI DUNIA TRANS TEKINDO INDO CONTOH
        """);

    /// <summary>Legal forms and what is written with them; they are compared apart from the name.</summary>
    public static readonly FrozenSet<string> LegalWords = Words("""
        PT CV UD PD FA FIRMA TBK PERSERO PERSEROAN TERBATAS TERBUKA KOMANDITER KOPERASI SIMPAN PINJAM KSP KUD YAYASAN PERUM PERUMDA BUMDES PERORANGAN
        LTD INC CO CORP COMPANY
        """);

    /// <summary>Spellings of words in business names.</summary>
    public static readonly FrozenDictionary<string, string> BusinessVariants = Pairs("""
        JAYA: DJAJA DJAYA JAJA
        SEJAHTERA: SEDJAHTERA SEJAHTRA
        MAKMUR: MAKMOER
        MAJU: MADJU MADJOE
        INDONESIA: IND INDO INDONESYA
        SENTOSA: SANTOSA
        MANDIRI: MANDIRY
        KARYA: KARJA
        CAHAYA: TJAHAJA CAHYA TJAHAYA
        CIPTA: TJIPTA
        PUTRA: PUTERA POETRA POETERA
        PUTRI: PUTERI
        SUMBER: SOEMBER
        TEKNIK: TEHNIK TECHNIC TECHNIK
        TEKNOLOGI: TEHNOLOGI TECHNOLOGY
        MOTOR: MOTORS
        BERSAUDARA: BROTHERS BERSODARA
        INTERNASIONAL: INTERNATIONAL INTL
        """);

    private static FrozenSet<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Pairs(string text) => text
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(':', 2))
        .SelectMany(line => line[1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(variant => (Variant: variant, Word: line[0])))
        .DistinctBy(pair => pair.Variant, StringComparer.Ordinal)
        .ToFrozenDictionary(pair => pair.Variant, pair => pair.Word, StringComparer.Ordinal);
}
