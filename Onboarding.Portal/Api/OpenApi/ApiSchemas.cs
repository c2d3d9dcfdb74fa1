using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Portal.Api.Registrations;

namespace Onboarding.Portal.Api.OpenApi;

/// <summary>
/// Gives schemas what types cannot say: which fields are required, and the lengths and forms that the core's values have. The
/// core reads more than these forms (spaces and dots in numbers, for example); they are what a partner should send.
/// </summary>
internal sealed class ApiSchemas : IOpenApiSchemaTransformer
{
    private static readonly Dictionary<string, Action<OpenApiSchema>> Forms = new(StringComparer.Ordinal)
    {
        ["nik"] = Digits(Nik.MaxLength),
        ["representativeNik"] = Digits(Nik.MaxLength),
        ["nib"] = Digits(Nib.MaxLength),
        ["nitku"] = Digits(Nitku.MaxLength),
        ["npwp"] = schema => (schema.Pattern, schema.MaxLength) = ($"^[0-9]{{15,{Npwp.MaxLength}}}$", Npwp.MaxLength),
        ["postalCode"] = Digits(PostalCode.MaxLength),
        ["rt"] = Unit,
        ["rw"] = Unit,
        ["villageCode"] = schema => (schema.Pattern, schema.MaxLength) = ("^[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}$", VillageCode.MaxLength),
        ["phone"] = schema => schema.Examples = ["+6281200009901"],
        ["email"] = schema => (schema.Format, schema.MaxLength) = ("email", EmailAddress.MaxLength),
        ["fullName"] = schema => schema.MaxLength = PersonName.MaxLength,
        ["representativeName"] = schema => schema.MaxLength = PersonName.MaxLength,
        ["businessName"] = schema => schema.MaxLength = BusinessName.MaxLength,
        ["passportNumber"] = schema => schema.MaxLength = PassportNumber.MaxLength,
        ["representativePassportNumber"] = schema => schema.MaxLength = PassportNumber.MaxLength,
        ["street"] = Text,
        ["birthPlace"] = Text,
        ["notaryName"] = Text,
        ["notaryCity"] = Text,
        ["beneficialOwner"] = Text,
        ["representativePosition"] = Text,
    };

    /// <inheritdoc />
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonPropertyInfo is { } property)
        {
            Complete(schema, property);
        }
        else if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Object } type && IsOurs(type.Type))
        {
            schema.Required ??= new HashSet<string>(StringComparer.Ordinal);
            schema.Required.UnionWith(type.Properties.Where(IsRequired).Select(one => one.Name));
        }

        return Task.CompletedTask;
    }

    private static void Complete(OpenApiSchema schema, JsonPropertyInfo property)
    {
        // Null and absent are the same to us; what is required can be neither.
        if (IsRequired(property) && schema.Type is { } type)
        {
            schema.Type = type & ~JsonSchemaType.Null;
        }

        if (property.DeclaringType is { } owner && (owner.IsAssignableTo(typeof(ApplicantRequest)) || owner == typeof(AddressRequest)) && Forms.TryGetValue(property.Name, out Action<OpenApiSchema>? form))
        {
            form(schema);
        }
    }

    private static bool IsOurs(Type type) => type.Assembly == typeof(ApiSchemas).Assembly;

    private static bool IsRequired(JsonPropertyInfo property) => property.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: true) == true;

    private static Action<OpenApiSchema> Digits(int count) => schema => (schema.Pattern, schema.MaxLength) = ($"^[0-9]{{{count}}}$", count);

    private static void Unit(OpenApiSchema schema) => schema.Pattern = "^[0-9]{1,3}$";

    private static void Text(OpenApiSchema schema) => schema.MaxLength = ApplicantData.MaxTextLength;
}
