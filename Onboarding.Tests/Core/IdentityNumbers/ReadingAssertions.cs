using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Tests.Core.IdentityNumbers;

internal static class ReadingAssertions
{
    public static IReadOnlyList<FindingCode> Codes(this IEnumerable<Finding> findings) => [.. findings.Select(finding => finding.Code)];

    public static T ShouldBeValid<T>(this Reading<T> reading, params FindingCode[] warnings)
        where T : class
    {
        reading.Findings.Codes().ShouldBe(warnings);
        reading.Findings.ShouldAllBe(finding => finding.Severity == FindingSeverity.Warning);
        reading.IsValid.ShouldBeTrue();
        return reading.Value.ShouldNotBeNull();
    }

    public static void ShouldBeRefused<T>(this Reading<T> reading, params FindingCode[] codes)
        where T : class
    {
        reading.Findings.Codes().ShouldBe(codes);
        reading.IsValid.ShouldBeFalse();
        reading.Value.ShouldBeNull();
    }
}
