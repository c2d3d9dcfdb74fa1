namespace Onboarding.Core.Customers;

/// <summary>The filters of the register as conditions on a customer <c>c</c>.</summary>
internal static class CustomerConditions
{
    /// <summary>Adds all of them.</summary>
    public static void AddTo(SqlText sql, CustomerFilter filter)
    {
        if (filter.Status is { } status)
        {
            sql.Add("c.\"Status\" = ").Value(status.ToString());
        }
        else
        {
            sql.Add("c.\"Status\" <> ").Value(nameof(CustomerStatus.Merged));
        }

        if (filter.Kind is { } kind)
        {
            sql.Add(" AND c.\"Kind\" = ").Value(kind.ToString());
        }

        if (filter.ProvinceCode is { Length: > 0 } province)
        {
            sql.Add(" AND c.\"ProvinceCode\" = ").Value(province);
        }

        if (filter.ProductCode is { Length: > 0 } product)
        {
            sql.Add(""" AND EXISTS (SELECT 1 FROM "CustomerProducts" AS p WHERE p."CustomerId" = c."Id" AND p."ProductCode" = """).Value(product).Add(")");
        }
    }
}
