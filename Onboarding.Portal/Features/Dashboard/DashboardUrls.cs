using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Figures;

namespace Onboarding.Portal.Features.Dashboard;

/// <summary>The addresses of the dashboard. Period and filters are part of them, so that a view can be sent to a colleague.</summary>
public static class DashboardUrls
{
    /// <summary>The dashboard.</summary>
    public const string Page = "/dashboard";

    /// <summary>The dashboard of a period on paper.</summary>
    public const string Report = "/dashboard/report";

    /// <summary>The same as a table for a spreadsheet.</summary>
    public const string Table = "/dashboard/table";

    /// <summary>The list behind a figure.</summary>
    public const string ListPage = "/dashboard/list";

    /// <summary>The links of screens on the wall.</summary>
    public const string Screens = "/dashboard/screens";

    /// <summary>The route of a screen on the wall.</summary>
    public const string WallRoute = "/wallboard/{Token}";

    /// <summary>The address of a screen on the wall.</summary>
    public static string Wall(string token) => $"/wallboard/{token}";

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The dashboard with a period and filters.</summary>
    public static string With(FigureFilter filter) => QueryHelpers.AddQueryString(Page, Of(filter));

    /// <summary>The report with a period and filters.</summary>
    public static string ReportOf(FigureFilter filter) => QueryHelpers.AddQueryString(Report, Of(filter));

    /// <summary>The table with a period and filters.</summary>
    public static string TableOf(FigureFilter filter) => QueryHelpers.AddQueryString(Table, Of(filter));

    /// <summary>The list behind a figure, from a line on.</summary>
    public static string List(FigureList list, FigureKey? after = null)
    {
        Dictionary<string, string?> query = Of(list.Filter);
        query["figure"] = list.Kind.ToString();
        query["of"] = list.Value;
        query["detail"] = list.Detail;
        query["after"] = after is null ? null : string.Create(CultureInfo.InvariantCulture, $"{after.At.ToUnixTimeMilliseconds()}-{after.Id:N}");
        return QueryHelpers.AddQueryString(ListPage, query.Where(entry => entry.Value is not null));
    }

    /// <summary>Reads the place in a list; null when it is none.</summary>
    public static FigureKey? ReadKey(string? text)
    {
        string[] parts = text?.Split('-') ?? [];
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long at) && at < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            && Guid.TryParseExact(parts[1], "N", out Guid id)
            ? new FigureKey(DateTimeOffset.FromUnixTimeMilliseconds(at), id)
            : null;
    }

    private static Dictionary<string, string?> Of(FigureFilter filter)
    {
        Dictionary<string, string?> query = new(StringComparer.Ordinal)
        {
            ["from"] = filter.From.ToString(DayFormat, CultureInfo.InvariantCulture),
            ["to"] = filter.To.ToString(DayFormat, CultureInfo.InvariantCulture),
        };
        foreach ((string name, string? value) in new[] { ("product", filter.Product), ("channel", filter.Channel?.ToString()), ("region", filter.Province) })
        {
            if (value is not null)
            {
                query[name] = value;
            }
        }

        return query;
    }
}
