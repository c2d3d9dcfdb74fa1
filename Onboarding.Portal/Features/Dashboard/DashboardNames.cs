using Onboarding.Core.Catalog;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Portal.Features.Customers;
using Onboarding.Portal.Security.Identity;

namespace Onboarding.Portal.Features.Dashboard;

/// <summary>The names behind the codes of the figures: products, reasons of rejection, members of staff.</summary>
/// <param name="products">Every product.</param>
/// <param name="reasons">Every reason of rejection.</param>
/// <param name="staff">Every account.</param>
public sealed class DashboardNames(IReadOnlyList<Product> products, IReadOnlyList<RejectionReason> reasons, IReadOnlyList<StaffRow> staff)
{
    private readonly ProductNames _products = new(products);
    private readonly Dictionary<string, RejectionReason> _reasons = reasons.ToDictionary(reason => reason.Code, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _staff = staff.ToDictionary(account => account.Id, account => account.DisplayName, StringComparer.Ordinal);

    /// <summary>Codes and names of the products.</summary>
    public IEnumerable<(string Code, string Name)> Products => _products.All;

    /// <summary>The name of a product.</summary>
    public string Product(string code) => _products.Of(code);

    /// <summary>The name of a reason of rejection.</summary>
    public string Reason(string code) => code.Length == 0 ? DashboardText.NoReason : _reasons.TryGetValue(code, out RejectionReason? reason) ? reason.Name.Shown() : code;

    /// <summary>The name of a member of staff; whoever has no account any more is not named.</summary>
    /// <param name="id">Id of the account.</param>
    /// <param name="known">The name under which the person claimed work, or null.</param>
    public string Person(string id, string? known) => _staff.GetValueOrDefault(id) ?? known ?? DashboardText.FormerStaff;
}

/// <summary>Reads the names.</summary>
/// <param name="products">Products.</param>
/// <param name="reasons">Reasons of rejection.</param>
/// <param name="staff">Accounts.</param>
public sealed class DashboardNamesReader(ProductReader products, RejectionReasonHandler reasons, StaffDirectory staff)
{
    /// <summary>All of them; none of these lists is long.</summary>
    public async Task<DashboardNames> ReadAsync(CancellationToken cancellationToken) => new(
        await products.AllAsync(cancellationToken), await reasons.ListAsync(cancellationToken), await staff.ListAsync(cancellationToken));
}
