using Onboarding.Portal.Api.Problems;

namespace Onboarding.Portal.Api.OpenApi;

/// <summary>An operation as the OpenAPI document describes it.</summary>
/// <param name="Id">Its name, for generated programs.</param>
/// <param name="Tag">The group it is listed in.</param>
/// <param name="Summary">What it does, in one line.</param>
/// <param name="Description">What there is to know.</param>
/// <param name="Problems">What can go wrong with it, besides what can go wrong with every operation.</param>
internal sealed record ApiOperation(string Id, string Tag, string Summary, string Description, params ApiProblemKind[] Problems)
{
    /// <summary>Everything that can go wrong with it.</summary>
    public IEnumerable<ApiProblemKind> AllProblems => Problems.Concat(ApiOperations.Everywhere).OrderBy(problem => problem.Status);
}

/// <summary>Every operation of the interface. The document is in English, the language of its readers.</summary>
internal static class ApiOperations
{
    /// <summary>What can go wrong with every operation.</summary>
    public static readonly ApiProblemKind[] Everywhere =
    [
        ApiProblemKind.Unauthorized, ApiProblemKind.ScopeMissing, ApiProblemKind.MethodNotAllowed, ApiProblemKind.NotAcceptable,
        ApiProblemKind.TooManyRequests, ApiProblemKind.InternalError,
    ];

    public static readonly ApiOperation CreateRegistration = new(
        "createRegistration",
        "Registrations",
        "Send a registration in",
        """
        Makes one registration from the applicant's data and the consent that the applicant gave to you. The rules are those of the
        public form. What must be mended is answered with 422 and one entry for each field, all of them in one answer, whether a field
        cannot be read or a rule refuses it; what only looks odd comes back as a warning.

        `Idempotency-Key` is required. The same key with the same body, byte for byte, gets the first answer again, with
        `Idempotent-Replayed: true`, for 30 days; with another body it is refused with 422. Requests with one key that arrive at the same
        time wait for each other, and one registration is made. A request that was refused does not use its key up.
        """,
        ApiProblemKind.MalformedRequest, ApiProblemKind.IdempotencyKeyRequired, ApiProblemKind.Conflict, ApiProblemKind.TooLarge,
        ApiProblemKind.UnsupportedMediaType, ApiProblemKind.Invalid, ApiProblemKind.IdempotencyKeyReused);

    public static readonly ApiOperation ReadRegistration = new(
        "readRegistration",
        "Registrations",
        "Ask how a registration stands",
        "Status, reason and documents of a registration that you sent in. The number of somebody else's registration is answered like one that does not exist.",
        ApiProblemKind.NotFound);

    public static readonly ApiOperation AddDocuments = new(
        "addDocuments",
        "Documents",
        "Add documents to a registration",
        """
        One or more files in one multipart request: the name of each part is the kind of document. JPG, PNG, WebP, HEIC or PDF, found from the
        content; at most 15 MB a file and 20 files a request. Either all files of a request are added or none, and
        the answer names every file that is refused. Several files of one kind in a request are the parts of one version, such as the pages of a deed; when the kind is there already, they are its next
        version. A kind that
        this applicant is not asked for, such as the stay permit of an Indonesian, is taken and comes back as a warning. Possible until the verification begins, and while the applicant is asked for something.

        `Idempotency-Key` is optional: with it, the same files sent again are answered as the first time and not added twice.
        """,
        ApiProblemKind.MalformedRequest, ApiProblemKind.NotFound, ApiProblemKind.Conflict, ApiProblemKind.TooLarge,
        ApiProblemKind.UnsupportedMediaType, ApiProblemKind.Invalid, ApiProblemKind.IdempotencyKeyReused, ApiProblemKind.DocumentRejected);

    public static readonly ApiOperation ListDocuments = new(
        "listDocuments",
        "Documents",
        "List the documents that you added",
        "Every version of every document that you added to a registration of yours. Contents cannot be read back.",
        ApiProblemKind.NotFound);

    public static readonly ApiOperation ListProducts = new(
        "listProducts",
        "Catalogue",
        "List products and required documents",
        "What applicants can register for now, and which documents are needed from whom.");

    public static readonly ApiOperation ListRegions = new(
        "listRegions",
        "Catalogue",
        "Find official regions",
        "The codes of the Ministry of Home Affairs, from province to village: the parts of a region, or what a search finds. Addresses carry the code of the village.");

    public static readonly ApiOperation ReadPrivacyPolicy = new(
        "readPrivacyPolicy",
        "Catalogue",
        "Read the privacy policy that applies",
        "Show it to the applicant before you ask for consent, and send its version with the registration.");

    /// <summary>Gives an endpoint its description.</summary>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, ApiOperation operation)
    {
        foreach (int status in operation.AllProblems.Select(problem => problem.Status).Distinct())
        {
            endpoint.Produces<ApiProblem>(status, ProblemAnswer.MediaType);
        }

        return endpoint.WithName(operation.Id).WithTags(operation.Tag).WithSummary(operation.Summary).WithDescription(operation.Description).WithMetadata(operation);
    }
}
