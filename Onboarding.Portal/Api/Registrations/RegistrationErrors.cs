using System.Collections.Frozen;
using Onboarding.Core.Results;
using Onboarding.Portal.Api.Problems;
using Onboarding.Portal.Api.Requests;

namespace Onboarding.Portal.Api.Registrations;

/// <summary>
/// Puts together what is wrong with a request: the fields that could not be read, and what the rules say of the others. What the
/// rules say of a field only because it, or one that decides about it, could not be read is left out: nobody is told twice, or
/// told to fill in what was sent.
/// </summary>
internal static class RegistrationErrors
{
    private const string Required = "required";

    // A choice that could not be read leaves open whether these are asked for.
    private static readonly FrozenDictionary<string, string[]> DecidedBy = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["#/applicant/citizenship"] = ["nik", "passportNumber", "passportCountry", "passportExpiry"],
        ["#/applicant/representativeCitizenship"] =
            ["representativeNik", "representativePassportNumber", "representativePassportCountry", "representativePassportExpiry"],
        ["#/applicant/legalForm"] = ["deedNumber", "deedDate", "notaryName", "notaryCity", "decreeNumber", "beneficialOwner"],
    }.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Select(name => $"#/applicant/{name}").ToArray(), StringComparer.Ordinal);

    /// <summary>The answer to a request that is not taken, or null when nothing is wrong with it.</summary>
    /// <param name="unread">The fields that could not be read.</param>
    /// <param name="refusals">What the rules say of what could be read.</param>
    public static ProblemAnswer? Of(IReadOnlyList<ApiFieldError> unread, IReadOnlyList<Refusal> refusals)
    {
        if (refusals.FirstOrDefault(refusal => RefusalAnswers.Of(refusal).Errors is null) is { } other)
        {
            return RefusalAnswers.Of(other);
        }

        List<ApiFieldError> errors =
        [
            .. unread,
            .. refusals.SelectMany(refusal => RefusalAnswers.Of(refusal).Errors!).Where(error => !unread.Any(bad => Explains(bad, error))),
        ];
        return errors.Count > 0 ? new ProblemAnswer(ApiProblemKind.Invalid) { Errors = [.. errors.Take(StrictJson.MostErrors)] } : null;
    }

    private static bool Explains(ApiFieldError unread, ApiFieldError error) =>
        unread.Code != StrictJson.UnknownField
        && (unread.Place == error.Place
            || error.Place.StartsWith(unread.Place + "/", StringComparison.Ordinal)
            || unread.Place.StartsWith(error.Place + "/", StringComparison.Ordinal)
            || (error.Code == Required && DecidedBy.TryGetValue(unread.Place, out string[]? decided) && decided.Contains(error.Place, StringComparer.Ordinal)));
}
