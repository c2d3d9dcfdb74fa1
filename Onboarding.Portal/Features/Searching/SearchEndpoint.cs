using Onboarding.Core.Customers;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Customers;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Searching;

/// <summary>
/// What the palette (wwwroot/palette.js) asks when somebody types a name: open work and customers, as far as this person may see them. What is
/// searched for may be personal data, so it travels in the body and stands in no address and no log. It takes JSON only, which no form of another
/// site can send.
/// </summary>
internal static class SearchEndpoint
{
    /// <summary>The path.</summary>
    public const string Path = "/search";

    private const int MostOfEach = 6;
    private const int LeastLetters = 2;
    private const int MostLetters = 100;
    private const int LargestBody = 2_048;

    /// <summary>Maps <c>POST /search</c>.</summary>
    public static void MapSearching(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Path, FindAsync).RequireAuthorization(Policies.Staff).WithMetadata(new RequestSizeLimit(LargestBody));

    private static async Task<IResult> FindAsync(Asked asked, HttpContext context, QueueReader queues, CustomerReader register, CancellationToken cancellation)
    {
        if (asked.Text?.Trim() is not { Length: >= LeastLetters and <= MostLetters } text)
        {
            return Results.BadRequest();
        }

        Actor actor = context.User.ToActor();
        QueueQuery query = new(WorkQueues.VisibleTo(actor.Roles), OnlyMine: false, After: null, MostOfEach) { Filter = new QueueFilter { Text = text } };
        QueuePage open = await queues.ReadAsync(query, actor, cancellation);
        Result<CustomerRows> known = await register.ReadAsync(new CustomerFilter { Text = text }, after: null, MostOfEach, actor, cancellation);
        List<Found> found =
        [
            .. open.Rows.DistinctBy(row => row.CaseId).Select(row => new Found(row.ApplicantName, row.Number, DomainTexts.Of(row.Status), CaseUrls.Of(row.Number))),
            .. (known.IsDone ? known.Value.Rows : []).Select(row => new Found(row.Name, row.Number, CustomerText.Title, CustomerUrls.Of(row.Number))),
        ];
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(found);
    }

    private sealed record Asked(string? Text)
    {
        // It may be a name.
        public override string ToString() => nameof(Asked);
    }

    private sealed record Found(string Name, string Number, string Kind, string Address)
    {
        // It tells of a person.
        public override string ToString() => Number;
    }

    private sealed class RequestSizeLimit(long bytes) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => bytes;
    }
}
