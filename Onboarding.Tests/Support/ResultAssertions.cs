using Onboarding.Core.Results;

namespace Onboarding.Tests.Support;

/// <summary>What tests say of the outcome of a use case.</summary>
public static class ResultAssertions
{
    /// <summary>It was done; answers the value.</summary>
    public static T ShouldBeDone<T>(this Result<T> result)
    {
        var reason = result.Refusal is Invalid invalid
            ? string.Join(", ", invalid.Errors.Select(error => $"{error.Field}: {error.Problem} {error.Finding?.Code}"))
            : result.Refusal?.Code.ToString();
        result.IsDone.ShouldBeTrue($"refused with {reason}");
        return result.Value;
    }

    /// <summary>It was refused with this code; answers the refusal.</summary>
    public static Refusal ShouldBeRefused<T>(this Result<T> result, RefusalCode code)
    {
        result.IsDone.ShouldBeFalse();
        result.Refusal!.Code.ShouldBe(code);
        return result.Refusal;
    }

    /// <summary>It was refused because of this field, perhaps among others.</summary>
    public static FieldError ShouldBeInvalid<T>(this Result<T> result, string field, InputProblem problem) =>
        result.Refusal.ShouldBeOfType<Invalid>().Errors.FirstOrDefault(error => error.Field == field && error.Problem == problem).ShouldNotBeNull($"{field}: {problem}");
}
