using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Compliance;
using Onboarding.Core.Partners;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Portal.Api.OpenApi;
using Onboarding.Portal.Api.Requests;
using Onboarding.Portal.Api.Security;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Api.Catalog;

/// <summary>What a partner has to know before it asks an applicant for anything.</summary>
internal static class CatalogEndpoints
{
    /// <summary>Maps the addresses.</summary>
    public static void MapCatalog(this IEndpointRouteBuilder api)
    {
        api.MapGet(ApiPaths.Products, ProductsAsync)
            .RequireScope(PartnerScopes.RegistrationsRead)
            .Describe(ApiOperations.ListProducts)
            .Produces<ProductList>();
        api.MapGet(ApiPaths.PrivacyPolicy, PolicyAsync)
            .RequireScope(PartnerScopes.RegistrationsRead)
            .Describe(ApiOperations.ReadPrivacyPolicy)
            .Produces<PrivacyPolicyAnswer>();
    }

    private static async Task<IResult> ProductsAsync(ProductReader reader, CancellationToken cancellation)
    {
        IReadOnlyList<Product> products = await reader.AllAsync(cancellation);
        return Results.Json(new ProductList { Products = [.. products.Where(product => product.IsOffered).Select(Of)] }, ApiJson.Options);
    }

    private static async Task<IResult> PolicyAsync(ProductReader reader, CancellationToken cancellation)
    {
        PolicyText policy = await reader.PrivacyPolicyAsync(cancellation);
        return Results.Json(
            new PrivacyPolicyAnswer { Version = policy.Version, EffectiveFrom = policy.EffectiveFrom, Indonesian = policy.Indonesian, English = policy.English },
            ApiJson.Options);
    }

    private static ProductAnswer Of(Product product)
    {
        BrochureContent content = product.Content;
        BrochureText text = content.In(Languages.From(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));
        return new ProductAnswer
        {
            Code = product.Code,
            Name = text.Name,
            Summary = text.Summary,
            MonthlyFee = content.MonthlyFee,
            OneTimeFee = content.OneTimeFee,
            MinimumMonths = content.MinimumMonths,
            BrochureVersion = product.Brochure.Version,
            Kinds = [.. Enum.GetValues<CustomerKind>().Where(product.IsOfferedTo)],
            Requirements = [.. content.Groups().Select(group => Of(group, content.Requirements))],
        };
    }

    private static RequirementAnswer Of(ApplicantGroup group, IReadOnlyList<ProductRequirement> requirements) => new()
    {
        Group = group,
        Documents = CompletenessChecklist.NeededDocuments(ApplicantGroups.Empty(group), requirements),
        Fields = [.. requirements
            .Where(requirement => requirement.Kind == RequirementKind.Field && requirement.Groups.Contains(group))
            .Select(requirement => RegistrationPointers.Of(requirement.Field!))],
    };
}
