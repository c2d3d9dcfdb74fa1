using Onboarding.Portal.Components.Controls;

namespace Onboarding.Portal.Components.Layout;

/// <summary>One link of the staff navigation.</summary>
/// <param name="Href">Where it leads.</param>
/// <param name="Icon">The picture before the words.</param>
/// <param name="Text">The words, read anew at each render: the language is the visitor's.</param>
/// <param name="Policy">Who sees it: the policy of the page.</param>
/// <param name="IsExact">The link is the current one only at exactly its address, not at addresses below it.</param>
/// <param name="IsDemo">The page has something to show in demo mode only.</param>
public sealed record NavigationItem(string Href, IconName Icon, Func<string> Text, string Policy, bool IsExact = false, bool IsDemo = false);

/// <summary>A group of links under one heading.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Items">The links; the group is not shown where none of them is.</param>
public sealed record NavigationGroup(Func<string> Heading, IReadOnlyList<NavigationItem> Items);
