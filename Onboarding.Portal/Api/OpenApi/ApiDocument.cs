using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Onboarding.Core.Partners;
using Onboarding.Portal.Integrations.Webhooks;
using Onboarding.Portal.Mail;

namespace Onboarding.Portal.Api.OpenApi;

/// <summary>The OpenAPI document: made from the endpoints and their types, and completed with what types cannot say.</summary>
internal static class ApiDocument
{
    /// <summary>Name of the security scheme in the document.</summary>
    public const string KeyScheme = "partnerKey";

    /// <summary>Registers it.</summary>
    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(ApiPaths.DocumentName, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Any();
        options.AddSchemaTransformer<ApiSchemas>();
        options.AddOperationTransformer<ApiOperationDetails>();
        options.AddDocumentTransformer(CompleteAsync);
    });

    /// <summary>Maps it. It is for everyone: it holds no secret, and a partner reads it before there is a key.</summary>
    public static void MapApiDocument(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapOpenApi(ApiPaths.DocumentRoute).AllowAnonymous();

    private static async Task CompleteAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Partner API",
            Version = "1",
            Description = """
                Partners send registrations in, add documents and follow how the registrations stand. Every answer is JSON; every problem is
                `application/problem+json` (RFC 9457) with a `code` that never changes and, where fields are wrong, one entry for each. Texts come in
                Bahasa Indonesia, or in English with `Accept-Language: en`. Times are UTC. Unknown fields are refused.
                """,
        };
        document.Servers = [new OpenApiServer { Url = context.ApplicationServices.GetRequiredService<PublicAddress>().Of("/").TrimEnd('/') }];
        document.AddComponent<IOpenApiSecurityScheme>(KeyScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "onb_<id>_<secret>",
            Description = "The API key that the administrator handed over. Scopes: " + string.Join(", ", PartnerScopeNames.All.Select(PartnerScopeNames.Name)) + ".",
        });
        await AddWebhookAsync(document, context, cancellation);
        ApiDocumentOrder.Complete(document);
    }

    private static async Task AddWebhookAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        OpenApiSchema schema = await context.GetOrCreateSchemaAsync(typeof(WebhookEvent), null, cancellation);
        document.Webhooks = new Dictionary<string, IOpenApiPathItem>(StringComparer.Ordinal)
        {
            [WebhookEvent.StatusChanged] = new OpenApiPathItem
            {
                Operations = new Dictionary<HttpMethod, OpenApiOperation>
                {
                    [HttpMethod.Post] = new()
                    {
                        OperationId = "statusChanged",
                        Summary = "The status of a registration of yours changed",
                        Description = """
                            Posted to the address that you gave us, in order within a registration, at least once: the same `Webhook-Id` means the same
                            event. Answer with 2xx within ten seconds; anything else is tried again, ten times over about half a day. Redirects are not followed.

                            `Webhook-Signature` holds one or more signatures, separated by a space. Each is `v1,` and base64 of HMAC-SHA256 over
                            `{Webhook-Id}.{Webhook-Timestamp}.{body}` under your secret (the base64 part behind `whsec_`). While a secret is being replaced there are
                            two; one that matches is enough. Refuse timestamps that are more than five minutes away.
                            """,
                        Parameters =
                        [
                            Header(WebhookSender.IdHeader, "Id of the delivery, the same in every attempt."),
                            Header(WebhookSender.TimestampHeader, "When the attempt was made, in seconds since 1970."),
                            Header(WebhookSender.SignatureHeader, "The signatures."),
                        ],
                        RequestBody = new OpenApiRequestBody
                        {
                            Required = true,
                            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                            {
                                ["application/json"] = new() { Schema = schema, Example = ApiExamples.Webhook() },
                            },
                        },
                        Responses = new OpenApiResponses { ["204"] = new OpenApiResponse { Description = "Taken. Any 2xx does." } },
                    },
                },
            },
        };
    }

    private static OpenApiParameter Header(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = true,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
