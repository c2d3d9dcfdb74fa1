using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Onboarding.Core.Partners;
using Onboarding.Core.Regions;
using Onboarding.Portal.Api.OpenApi;
using Onboarding.Portal.Api.Security;

namespace Onboarding.Portal.Api.Catalog;

/// <summary>Official regions.</summary>
public sealed record RegionList
{
    /// <summary>The regions, by name; what was searched for, best first.</summary>
    [Required]
    public required IReadOnlyList<RegionAnswer> Regions { get; init; }
}

/// <summary>An official region, by the codes of the Ministry of Home Affairs.</summary>
public sealed record RegionAnswer
{
    /// <summary>Its code, with dots.</summary>
    [Required]
    public required string Code { get; init; }

    /// <summary>Its official name.</summary>
    [Required]
    public required string Name { get; init; }

    /// <summary>Province, regency or city, district, or village.</summary>
    [Required]
    public required RegionLevel Level { get; init; }

    /// <summary>The names of what it lies in, from the district up; empty for a province.</summary>
    [Required]
    public required IReadOnlyList<string> Within { get; init; }
}

/// <summary>Finds the codes that addresses are written with.</summary>
internal static class RegionEndpoints
{
    /// <summary>Maps the address.</summary>
    public static void MapRegions(this IEndpointRouteBuilder api) =>
        api.MapGet(ApiPaths.Regions, static (
                [Description("Code of a region, whose parts are listed; without it and without a search, the provinces.")] string? parent,
                [Description("A part of a name, three letters or more, with or without names of regions around it: \"kemayoran jakarta\".")] string? search) =>
            Results.Json(new RegionList { Regions = [.. Find(parent, search).Select(Of)] }, ApiJson.Options))
            .RequireScope(PartnerScopes.RegistrationsRead)
            .Describe(ApiOperations.ListRegions)
            .Produces<RegionList>();

    private static IReadOnlyList<Region> Find(string? parent, string? search) => (parent, search) switch
    {
        (_, { Length: > 0 }) => RegionDirectory.Search(search),
        ({ Length: > 0 }, _) => RegionDirectory.ChildrenOf(parent),
        _ => RegionDirectory.Provinces,
    };

    private static RegionAnswer Of(Region region)
    {
        RegionPath path = RegionDirectory.PathOf(region.Code);
        return new RegionAnswer
        {
            Code = region.Code,
            Name = region.Name,
            Level = region.Level,
            Within = [.. new[] { path.District, path.Regency, path.Province }.OfType<Region>().Where(above => above.Code != region.Code).Select(above => above.Name)],
        };
    }
}
