using Microsoft.AspNetCore.WebUtilities;
using Onboarding.Core.Customers;

namespace Onboarding.Portal.Features.Customers;

/// <summary>The addresses of the register, built in one place. The filters are part of them; what was searched for never is.</summary>
public static class CustomerUrls
{
    /// <summary>The list.</summary>
    public const string List = "/customers";

    /// <summary>The route of one customer.</summary>
    public const string Route = "/customers/{Number}";

    /// <summary>The route of a merge into that customer.</summary>
    public const string MergeRoute = "/customers/{Number}/merge";

    /// <summary>Where the file is asked for.</summary>
    public const string Export = "/customers/export";

    /// <summary>Only with this status.</summary>
    public const string StatusParameter = "status";

    /// <summary>Only persons, or only businesses.</summary>
    public const string KindParameter = "kind";

    /// <summary>Only of this product.</summary>
    public const string ProductParameter = "product";

    /// <summary>Only of this province.</summary>
    public const string ProvinceParameter = "province";

    /// <summary>The customer from whose merged record the visitor was led on.</summary>
    public const string FromParameter = "from";

    /// <summary>The list with these filters.</summary>
    public static string With(CustomerFilter filter)
    {
        Dictionary<string, string?> query = new(StringComparer.Ordinal)
        {
            [StatusParameter] = filter.Status?.ToString(),
            [KindParameter] = filter.Kind?.ToString(),
            [ProductParameter] = filter.ProductCode,
            [ProvinceParameter] = filter.ProvinceCode,
        };
        return QueryHelpers.AddQueryString(List, query.Where(entry => !string.IsNullOrEmpty(entry.Value)));
    }

    /// <summary>The page of a customer.</summary>
    public static string Of(string number) => $"{List}/{Uri.EscapeDataString(number)}";

    /// <summary>The page of a customer, for who asked for a record that became a part of it.</summary>
    public static string InPlaceOf(string number, string merged) => QueryHelpers.AddQueryString(Of(number), FromParameter, merged);

    /// <summary>The page that merges another record into a customer.</summary>
    public static string Merge(string number) => $"{Of(number)}/merge";
}
