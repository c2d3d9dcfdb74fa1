using Microsoft.AspNetCore.Components.Routing;

namespace Onboarding.Portal.Components.Layout;

/// <summary>A link of the staff navigation. Of two that fit an address only the one that leads closer is the current one.</summary>
public sealed class NavigationLink : NavLink
{
    /// <inheritdoc />
    protected override bool ShouldMatch(string uriAbsolute) =>
        base.ShouldMatch(uriAbsolute)
        && (AdditionalAttributes?.GetValueOrDefault("href") is not string own
            || !StaffNavigation.Groups.SelectMany(group => group.Items).Any(item => IsBelow(item.Href, own) && IsAtOrBelow(new Uri(uriAbsolute).AbsolutePath, item.Href)));

    private static bool IsBelow(string address, string other) => address.StartsWith($"{other.TrimEnd('/')}/", StringComparison.Ordinal) && address.Length > other.Length;

    private static bool IsAtOrBelow(string address, string other) => address == other || IsBelow(address, other);
}
