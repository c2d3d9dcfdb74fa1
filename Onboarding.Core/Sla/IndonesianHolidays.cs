using static Onboarding.Core.Sla.HolidayKind;

namespace Onboarding.Core.Sla;

/// <summary>
/// The holidays and the collective leave that three ministers fixed for 2026 and 2027: the first content of the list,
/// which an administrator keeps from then on. Islamic dates can still move by a day.
/// </summary>
public static class IndonesianHolidays
{
    private const string DecreeFor2026 =
        "SKB Menteri Agama, Menteri Ketenagakerjaan, dan Menteri PANRB No. 1497 Tahun 2025, No. 2 Tahun 2025, No. 5 Tahun 2025";

    private const string DecreeFor2027 =
        "SKB Menteri Agama, Menteri Ketenagakerjaan, dan Menteri PANRB No. 1205 Tahun 2026, No. 3 Tahun 2026, No. 2 Tahun 2026";

    /// <summary>New entries for both years, in the order of their dates.</summary>
    public static IReadOnlyList<Holiday> Create() => [.. Of2026(), .. Of2027()];

    private static Holiday[] Of2026() =>
    [
        In2026(1, 1, "Tahun Baru 2026 Masehi"),
        In2026(1, 16, "Isra Mikraj Nabi Muhammad S.A.W."),
        In2026(2, 16, "Cuti bersama Tahun Baru Imlek 2577 Kongzili", CollectiveLeave),
        In2026(2, 17, "Tahun Baru Imlek 2577 Kongzili"),
        In2026(3, 18, "Cuti bersama Hari Suci Nyepi (Tahun Baru Saka 1948)", CollectiveLeave),
        In2026(3, 19, "Hari Suci Nyepi (Tahun Baru Saka 1948)"),
        In2026(3, 20, "Cuti bersama Idulfitri 1447 Hijriah", CollectiveLeave),
        In2026(3, 21, "Idulfitri 1447 Hijriah"),
        In2026(3, 22, "Idulfitri 1447 Hijriah (hari kedua)"),
        In2026(3, 23, "Cuti bersama Idulfitri 1447 Hijriah", CollectiveLeave),
        In2026(3, 24, "Cuti bersama Idulfitri 1447 Hijriah", CollectiveLeave),
        In2026(4, 3, "Wafat Yesus Kristus"),
        In2026(4, 5, "Kebangkitan Yesus Kristus (Paskah)"),
        In2026(5, 1, "Hari Buruh Internasional"),
        In2026(5, 14, "Kenaikan Yesus Kristus"),
        In2026(5, 15, "Cuti bersama Kenaikan Yesus Kristus", CollectiveLeave),
        In2026(5, 27, "Iduladha 1447 Hijriah"),
        In2026(5, 28, "Cuti bersama Iduladha 1447 Hijriah", CollectiveLeave),
        In2026(5, 31, "Hari Raya Waisak 2570 BE"),
        In2026(6, 1, "Hari Lahir Pancasila"),
        In2026(6, 16, "Tahun Baru Islam 1448 Hijriah (1 Muharam)"),
        In2026(8, 17, "Proklamasi Kemerdekaan Republik Indonesia"),
        In2026(8, 25, "Maulid Nabi Muhammad S.A.W."),
        In2026(12, 24, "Cuti bersama Kelahiran Yesus Kristus (Natal)", CollectiveLeave),
        In2026(12, 25, "Kelahiran Yesus Kristus (Natal)"),
    ];

    private static Holiday[] Of2027() =>
    [
        In2027(1, 1, "Tahun Baru 2027 Masehi"),
        In2027(1, 5, "Isra Mikraj Nabi Muhammad S.A.W. 1448 Hijriah"),
        In2027(2, 5, "Cuti bersama Tahun Baru Imlek 2578 Kongzili", CollectiveLeave),
        In2027(2, 6, "Tahun Baru Imlek 2578 Kongzili"),
        In2027(3, 8, "Hari Suci Nyepi (Tahun Baru Saka 1949)"),
        In2027(3, 9, "Cuti bersama Idulfitri 1448 Hijriah", CollectiveLeave),
        In2027(3, 10, "Idulfitri 1448 Hijriah"),
        In2027(3, 11, "Idulfitri 1448 Hijriah (hari kedua)"),
        In2027(3, 12, "Cuti bersama Idulfitri 1448 Hijriah", CollectiveLeave),
        In2027(3, 15, "Cuti bersama Idulfitri 1448 Hijriah", CollectiveLeave),
        In2027(3, 25, "Cuti bersama Wafat Yesus Kristus", CollectiveLeave),
        In2027(3, 26, "Wafat Yesus Kristus"),
        In2027(3, 28, "Kebangkitan Yesus Kristus (Paskah)"),
        In2027(5, 1, "Hari Buruh Internasional"),
        In2027(5, 6, "Kenaikan Yesus Kristus"),
        In2027(5, 17, "Iduladha 1448 Hijriah"),
        In2027(5, 18, "Cuti bersama Iduladha 1448 Hijriah", CollectiveLeave),
        In2027(5, 19, "Cuti bersama Hari Raya Waisak 2571 BE", CollectiveLeave),
        In2027(5, 20, "Hari Raya Waisak 2571 BE"),
        In2027(6, 1, "Hari Lahir Pancasila"),
        In2027(6, 6, "Tahun Baru Islam 1449 Hijriah (1 Muharam)"),
        In2027(8, 15, "Maulid Nabi Muhammad S.A.W."),
        In2027(8, 17, "Proklamasi Kemerdekaan Republik Indonesia"),
        In2027(12, 24, "Cuti bersama Kelahiran Yesus Kristus (Natal)", CollectiveLeave),
        In2027(12, 25, "Kelahiran Yesus Kristus (Natal)"),
        In2027(12, 26, "Isra Mikraj Nabi Muhammad S.A.W. 1449 Hijriah"),
    ];

    private static Holiday In2026(int month, int day, string name, HolidayKind kind = NationalHoliday) =>
        Holiday.Create(new DateOnly(2026, month, day), name, kind, DecreeFor2026);

    private static Holiday In2027(int month, int day, string name, HolidayKind kind = NationalHoliday) =>
        Holiday.Create(new DateOnly(2027, month, day), name, kind, DecreeFor2027);
}
