using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Imports;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Customers;

/// <summary>What the form of an export sends.</summary>
public sealed record ExportRequest
{
    /// <summary>What was searched for.</summary>
    public string? Text { get; init; }

    /// <summary>Status.</summary>
    public string? Status { get; init; }

    /// <summary>Person or business.</summary>
    public string? Kind { get; init; }

    /// <summary>Product.</summary>
    public string? Product { get; init; }

    /// <summary>Province.</summary>
    public string? Province { get; init; }

    /// <summary>What the file is for.</summary>
    public string? Purpose { get; init; }

    /// <summary>The filter it stands for.</summary>
    public CustomerFilter ToFilter() => new()
    {
        Text = Text,
        Status = Choice<CustomerStatus>(Status),
        Kind = Choice<CustomerKind>(Kind),
        ProductCode = Product,
        ProvinceCode = Province,
    };

    /// <summary>What was searched for may be somebody's number and is not printed.</summary>
    public override string ToString() => nameof(ExportRequest);

    private static TEnum? Choice<TEnum>(string? name)
        where TEnum : struct, Enum => Enum.TryParse(name, out TEnum value) && Enum.IsDefined(value) ? value : null;
}

/// <summary>The register as a file: for Supervisor and Kepatuhan, whom the core asks for as well.</summary>
internal static class CustomerEndpoints
{
    private const char Semicolon = ';';
    private const string ListSeparator = ", ";

    /// <summary>Maps the address. The form carries its antiforgery token.</summary>
    public static void MapCustomers(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(CustomerUrls.Export, ExportAsync).RequireAuthorization(Policies.CustomerExport);

    private static async Task<IResult> ExportAsync(
        HttpContext context, [FromForm] ExportRequest request, ExportCustomersHandler handler, DisplayTime time, CancellationToken cancellation)
    {
        Actor actor = context.User.ToActor();
        CustomerFilter filter = request.ToFilter();

        // Said before the first byte: whoever breaks the download off has had the part that arrived.
        Result<Guid> begun = await handler.BeginAsync(new ExportCustomers(filter, request.Purpose ?? ""), actor, cancellation);
        if (!begun.IsDone)
        {
            return begun.Refusal is Invalid ? TypedResults.BadRequest() : TypedResults.Forbid();
        }

        context.Response.Headers.CacheControl = "no-store";
        string name = string.Create(CultureInfo.InvariantCulture, $"{CustomerText.ExportFile}-{time.Local(time.Now):yyyyMMdd-HHmm}.csv");
        return TypedResults.Stream(target => WriteAsync(target, begun.Value, filter, handler, actor, context.RequestAborted), "text/csv; charset=utf-8", name);
    }

    private static async Task WriteAsync(
        Stream target, Guid export, CustomerFilter filter, ExportCustomersHandler handler, Actor actor, CancellationToken gone)
    {
        int rows = 0;
        bool isComplete = false;
        try
        {
            await using ImportSheet sheet = new(target, Semicolon);
            await sheet.WriteAsync([.. Enum.GetValues<CustomerColumn>().Select(column => DomainTexts.Of(column))], gone);
            await foreach (ExportedCustomer customer in handler.ReadAsync(filter, actor, gone))
            {
                await sheet.WriteAsync([.. Enum.GetValues<CustomerColumn>().Select(column => Cell(customer, column))], gone);
                rows++;
            }

            isComplete = true;
        }
        finally
        {
            await handler.EndAsync(export, rows, isComplete, actor, CancellationToken.None);
        }
    }

    private static string Cell(ExportedCustomer customer, CustomerColumn column) => column switch
    {
        CustomerColumn.Number => customer.Row.Number,
        CustomerColumn.Kind => DomainTexts.Of(customer.Row.Kind),
        CustomerColumn.Name => customer.Row.Name,
        CustomerColumn.Status => DomainTexts.Of(customer.Row.Status),
        CustomerColumn.IdentityNumber => customer.IdentityNumber,
        CustomerColumn.TaxNumber => customer.TaxNumber,
        CustomerColumn.Phone => customer.Phone.Length == 0 ? "" : PhoneNumber.FromStored(customer.Phone).ToNationalForm(),
        CustomerColumn.Email => customer.Email,
        CustomerColumn.Address => customer.Address,
        CustomerColumn.Products => string.Join(ListSeparator, customer.Row.Products),
        CustomerColumn.CreatedAt => customer.Row.CreatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
