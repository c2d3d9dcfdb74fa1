using System.Globalization;

namespace Onboarding.Portal.Features;

/// <summary>Amounts of money.</summary>
public static class Rupiah
{
    /// <summary><c>Rp349.000</c>: no cents, which rupiah have not in practice, and no space behind the sign.</summary>
    public static string Of(decimal amount) => "Rp" + amount.ToString("N0", CultureInfo.GetCultureInfo("id-ID"));
}
