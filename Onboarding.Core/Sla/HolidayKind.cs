namespace Onboarding.Core.Sla;

/// <summary>Why a day is on the list of holidays.</summary>
public enum HolidayKind
{
    /// <summary>Hari libur nasional, fixed yearly by a joint decree of three ministers.</summary>
    NationalHoliday,

    /// <summary>Cuti bersama, fixed by the same decree; whether a private company closes then is its own choice.</summary>
    CollectiveLeave,

    /// <summary>A day on which this company is closed by its own decision.</summary>
    CompanyClosure,
}
