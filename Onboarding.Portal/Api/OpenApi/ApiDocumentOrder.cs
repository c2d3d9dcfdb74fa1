using System.Text.Json;
using Microsoft.OpenApi;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Documents;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Partners;
using Onboarding.Core.Regions;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Api.OpenApi;

/// <summary>Puts the finished document in order: what is required can be no null, requests take no further fields, statuses count upwards.</summary>
internal static class ApiDocumentOrder
{
    private const string Request = "Request";

    // The core's own comments are written for its programmers.
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        [nameof(CaseStatus)] = "Where a registration stands. draft is never seen by partners; completed, rejected, withdrawn, expired and cancelled are ends.",
        [nameof(StatusReason)] = "Why a registration stands where it stands.",
        [nameof(DocumentKind)] = "What a document is. issued_form and registration_evidence are never sent by partners.",
        [nameof(DocumentState)] = "What is known of the content of a document.",
        [nameof(CustomerKind)] = "Person (perorangan) or business (badan usaha).",
        [nameof(ApplicantGroup)] = "Who registers, as it decides what is needed: a person who is Indonesian or a foreigner, a business with a deed, or a sole trader (UD).",
        [nameof(Citizenship)] = "Indonesian (WNI) or foreign (WNA).",
        [nameof(Sex)] = "Sex as on the identity card.",
        [nameof(LegalForm)] = "Legal form of a business.",
        [nameof(RegionLevel)] = "Province, regency or city, district, village.",
    };

    /// <summary>Does it.</summary>
    public static void Complete(OpenApiDocument document)
    {
        foreach ((string name, IOpenApiSchema schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
        {
            if (schema is OpenApiSchema known)
            {
                known.Description = Words.GetValueOrDefault(name, known.Description ?? "");
                Complete(known, isRequest: name.EndsWith(Request, StringComparison.Ordinal) && known.AnyOf is not { Count: > 0 });
            }
        }

        foreach (OpenApiOperation operation in document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(entry => entry.Value))
        {
            OpenApiResponses ordered = [];
            foreach ((string status, IOpenApiResponse response) in (operation.Responses ?? []).OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                ordered[status] = response;
            }

            operation.Responses = ordered;
        }
    }

    private static void Complete(OpenApiSchema schema, bool isRequest)
    {
        if (isRequest)
        {
            schema.AdditionalPropertiesAllowed = false;
        }

        // A field that may be absent is optional where it is used; the choices themselves hold no null.
        if (schema.Enum is { } choices)
        {
            schema.Enum = [.. choices.Where(choice => choice is not null && choice.GetValueKind() != JsonValueKind.Null)];
        }

        foreach (string required in schema.Required ?? new HashSet<string>(StringComparer.Ordinal))
        {
            if (schema.Properties?.TryGetValue(required, out IOpenApiSchema? value) == true
                && value is OpenApiSchema { OneOf: [{ Type: JsonSchemaType.Null }, var present] })
            {
                schema.Properties[required] = present;
            }
        }
    }
}
