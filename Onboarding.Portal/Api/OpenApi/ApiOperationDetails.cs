using System.Globalization;
using System.Net.Mime;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Onboarding.Core.Cases;
using Onboarding.Core.Partners;
using Onboarding.Portal.Api.Documents;
using Onboarding.Portal.Api.Problems;
using Onboarding.Portal.Api.Requests;
using Onboarding.Portal.Api.Security;

namespace Onboarding.Portal.Api.OpenApi;

/// <summary>Adds to each operation what its types do not say: headers, the key it needs, the parts of a multipart body, examples.</summary>
internal sealed class ApiOperationDetails : IOpenApiOperationTransformer
{
    /// <inheritdoc />
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
        ApiOperation described = metadata.OfType<ApiOperation>().Single();
        PartnerScopes scope = metadata.OfType<RequiredScope>().Single().Scope;
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiDocument.KeyScheme, context.Document)] = [PartnerScopeNames.Name(scope)] }];
        operation.Description += $"\n\nScope: `{PartnerScopeNames.Name(scope)}`.";
        AddParameters(operation, described);
        if (described == ApiOperations.AddDocuments)
        {
            operation.RequestBody = Files();
        }

        if (operation.RequestBody?.Content is { } content && content.TryGetValue(MediaTypeNames.Application.Json, out OpenApiMediaType? body) && described == ApiOperations.CreateRegistration)
        {
            body.Examples = ApiExamples.Registrations();
        }

        foreach ((string status, IOpenApiResponse response) in operation.Responses ?? [])
        {
            Describe((OpenApiResponse)response, int.Parse(status, CultureInfo.InvariantCulture), described);
        }

        return Task.CompletedTask;
    }

    private static void AddParameters(OpenApiOperation operation, ApiOperation described)
    {
        operation.Parameters ??= [];
        foreach (OpenApiParameter number in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter.Name == "number"))
        {
            number.Description = "Number of a registration that you sent in.";
            number.Schema = Text(CaseNumber.MaxLength, "^ONB-[0-9]{4}-[0-9]{6,}$");
            number.Example = ApiExamples.Number;
        }

        if (described.Problems.Contains(ApiProblemKind.IdempotencyKeyReused))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = IdempotencyKey.Header,
                In = ParameterLocation.Header,
                Required = described.Problems.Contains(ApiProblemKind.IdempotencyKeyRequired),
                Description = "Names this request when it comes again, for example a UUID. Valid for 30 days.",
                Schema = Text(IdempotencyKey.MaxLength, null),
                Example = ApiExamples.Key,
            });
        }

        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "Accept-Language",
            In = ParameterLocation.Header,
            Description = "Language of the texts: id (Bahasa Indonesia, the default) or en.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = "id",
        });
    }

    private static void Describe(OpenApiResponse response, int status, ApiOperation described)
    {
        ApiProblemKind[] kinds = [.. described.AllProblems.Where(kind => kind.Status == status)];
        if (kinds.Length > 0)
        {
            response.Description = "Codes: " + string.Join(", ", kinds.Select(kind => $"`{kind.Code}`")) + (status == StatusCodes.Status401Unauthorized ? ", `key_unknown`, `key_expired`, `key_revoked`, `key_partner_disabled`." : ".");
            response.Content![ProblemAnswer.MediaType].Examples = ApiExamples.Problems(kinds);
        }
        else if (ApiExamples.AnswerOf(described) is { } example)
        {
            response.Description = "Done.";
            response.Content![MediaTypeNames.Application.Json].Example = example;
        }

        if (status is StatusCodes.Status429TooManyRequests)
        {
            AddHeader(response, "Retry-After", "After how many seconds to try again.");
        }

        if (status is StatusCodes.Status201Created)
        {
            AddHeader(response, "Location", "Path of what was made.");
            AddHeader(response, IdempotencyKey.ReplayedHeader, "true when the answer had been given before.");
        }
    }

    private static void AddHeader(OpenApiResponse response, string name, string description)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        response.Headers[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    }

    private static OpenApiRequestBody Files() => new()
    {
        Required = true,
        Description = "One part for each file; its name is the kind of document.",
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["multipart/form-data"] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    AdditionalPropertiesAllowed = false,
                    MinProperties = 1,
                    Properties = DocumentUploads.Kinds.Keys.ToDictionary(
                        kind => kind,
                        IOpenApiSchema (_) => new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                        StringComparer.Ordinal),
                },
            },
        },
    };

    private static OpenApiSchema Text(int maxLength, string? pattern) => new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = maxLength, Pattern = pattern };
}
