namespace Onboarding.Portal.Features.Administration.Holidays;

/// <summary>The address of the holiday calendar.</summary>
public static class HolidayUrls
{
    /// <summary>The list of a year.</summary>
    public const string List = "/admin/holidays";

    /// <summary>The query parameter with the year.</summary>
    public const string YearParameter = "year";

    /// <summary>The list of that year.</summary>
    public static string Of(int year) => $"{List}?{YearParameter}={year}";
}
