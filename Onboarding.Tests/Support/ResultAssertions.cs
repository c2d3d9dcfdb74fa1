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
}
