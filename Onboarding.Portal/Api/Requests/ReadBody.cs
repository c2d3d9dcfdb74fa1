using Onboarding.Portal.Api.Problems;

namespace Onboarding.Portal.Api.Requests;

/// <summary>A body as far as it could be read.</summary>
/// <typeparam name="T">What it is to be.</typeparam>
/// <param name="Value">The fields that could be read; null when the whole is something else.</param>
/// <param name="Errors">The fields that could not; empty when all could.</param>
internal sealed record ReadBody<T>(T? Value, IReadOnlyList<ApiFieldError> Errors)
    where T : class;
