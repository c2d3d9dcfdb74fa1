namespace Onboarding.Core.Regions;

/// <summary>Where the official regions come from; shown on the page "Tentang", as the licence asks.</summary>
/// <param name="Package">Name and version of the package with the current list.</param>
/// <param name="Decree">The decree of the Minister of Home Affairs that the list follows.</param>
/// <param name="Year">The year of that decree.</param>
/// <param name="Licence">The licence of the list and of the file made from it.</param>
/// <param name="FormerCodes">The package that the retired codes were taken from, with its licence.</param>
public sealed record RegionSource(string Package, string Decree, int Year, string Licence, string FormerCodes);
