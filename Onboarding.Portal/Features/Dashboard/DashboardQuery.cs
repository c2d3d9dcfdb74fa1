using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Reporting.Figures;

namespace Onboarding.Portal.Features.Dashboard;

/// <summary>What an address asks for.</summary>
/// <param name="Filter">The period and filters; what is not understood is left out.</param>
/// <param name="IsUnderstood">False when something of the address was left out.</param>
public sealed record DashboardQuery(FigureFilter Filter, bool IsUnderstood)
{
    /// <summary>Days that are shown when nothing else is asked for.</summary>
    public const int UsualDays = 30;

    private const int MostCodeLength = 40;

    /// <summary>Reads the parts of an address.</summary>
    /// <param name="today">The day it is.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="product">Product code.</param>
    /// <param name="channel">Channel.</param>
    /// <param name="region">Code of the province.</param>
    public static DashboardQuery Read(DateOnly today, string? from, string? to, string? product, string? channel, string? region)
    {
        bool isUnderstood = true;
        T? Take<T>(string? text, Func<string, T?> read)
        {
            if (string.IsNullOrEmpty(text))
            {
                return default;
            }

            T? value = read(text);
            isUnderstood &= value is not null;
            return value;
        }

        DateOnly last = Take<DateOnly?>(to, Day) ?? today;
        DateOnly first = Take<DateOnly?>(from, Day) ?? (last.DayNumber > UsualDays ? last.AddDays(1 - UsualDays) : last);
        FigureFilter filter = new(
            first,
            last,
            Take(product, code => code.Length <= MostCodeLength && !code.Any(char.IsControl) ? code : null),
            Take<Channel?>(channel, name => Enum.TryParse(name, out Channel value) && Enum.IsDefined(value) ? value : null),
            Take(region, code => Province.Find(code)?.Code));
        return filter.IsValid
            ? new DashboardQuery(filter, isUnderstood)
            : new DashboardQuery(filter with { From = today.AddDays(1 - UsualDays), To = today }, false);
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
