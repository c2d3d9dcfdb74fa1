using Onboarding.Core.Documents;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Portal.Api.Requests;
using Onboarding.Portal.Features;

namespace Onboarding.Portal.Api.Problems;

/// <summary>Refusals of the core as answers of the interface. The core's codes become words, its fields become pointers.</summary>
internal static class RefusalAnswers
{
    /// <summary>The answer to a refusal.</summary>
    /// <param name="refusal">What the core said.</param>
    /// <param name="pointer">The part of the request that it is about, where the refusal itself does not say.</param>
    public static ProblemAnswer Of(Refusal refusal, string? pointer = null) => refusal switch
    {
        Invalid invalid => new ProblemAnswer(ApiProblemKind.Invalid) { Errors = [.. invalid.Errors.Select(Of)] },
        NotFound => new ProblemAnswer(ApiProblemKind.NotFound),
        { Code: RefusalCode.IdempotencyKeyReused } => new ProblemAnswer(ApiProblemKind.IdempotencyKeyReused),
        { Code: RefusalCode.ProductNotOffered } => new ProblemAnswer(ApiProblemKind.Invalid)
        {
            Errors = [new ApiFieldError(RegistrationPointers.Product, ApiJson.Name(refusal.Code), DomainTexts.Of(refusal))],
        },
        { Code: RefusalCode.DocumentRejected, Arguments: [nameof(DocumentRejection.TooLarge), ..] } => new ProblemAnswer(ApiProblemKind.TooLarge)
        {
            Errors = [Document(refusal, pointer)],
        },
        { Code: RefusalCode.DocumentRejected or RefusalCode.TooManyDocuments } => new ProblemAnswer(ApiProblemKind.DocumentRejected)
        {
            Errors = [Document(refusal, pointer)],
        },

        // A hold is nobody's business outside; it looks like any state in which this cannot be done.
        { Code: RefusalCode.ActionNotInStatus or RefusalCode.CaseOnHold or RefusalCode.RoleNotAllowed } => new ProblemAnswer(ApiProblemKind.Conflict),
        Conflict => new ProblemAnswer(ApiProblemKind.Conflict) { RetryAfter = 1 },
        _ => new ProblemAnswer(ApiProblemKind.Conflict),
    };

    /// <summary>
    /// One answer to several problems of one request, or null when there is none. Their common kind is its kind; of different
    /// ones, that of the rejected documents, since sending less would not help alone.
    /// </summary>
    /// <param name="problems">What is wrong, in the order in which it was found.</param>
    public static ProblemAnswer? Together(IReadOnlyList<ProblemAnswer> problems)
    {
        if (problems.FirstOrDefault(problem => problem.Errors is null) is { } other)
        {
            return other;
        }

        List<ApiProblemKind> kinds = [.. problems.Select(problem => problem.Kind).Distinct()];
        ApiProblemKind? kind = kinds.Contains(ApiProblemKind.DocumentRejected) ? ApiProblemKind.DocumentRejected : kinds.FirstOrDefault();
        return kind is null ? null : new ProblemAnswer(kind) { Errors = [.. problems.SelectMany(problem => problem.Errors!).Distinct()] };
    }

    /// <summary>What the rules find odd, as the answer lists it.</summary>
    public static ApiFieldError Of(FieldWarning warning) =>
        new(RegistrationPointers.Of(warning.Field), ApiJson.Name(warning.Finding.Code), DomainTexts.Of(warning));

    private static ApiFieldError Of(FieldError error) => new(RegistrationPointers.Of(error.Field), Code(error), DomainTexts.Of(error));

    private static string Code(FieldError error) => error.Finding is { } finding ? ApiJson.Name<FindingCode>(finding.Code) : ApiJson.Name(error.Problem);

    private static ApiFieldError Document(Refusal refusal, string? pointer)
    {
        string code = refusal.Arguments.FirstOrDefault() is { } argument && Enum.TryParse(argument, out DocumentRejection rejection)
            ? ApiJson.Name(rejection)
            : ApiJson.Name(refusal.Code);
        return new ApiFieldError(pointer ?? "#", code, DomainTexts.Of(refusal));
    }
}
