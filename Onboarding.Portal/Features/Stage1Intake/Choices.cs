namespace Onboarding.Portal.Features.Stage1Intake;

/// <summary>The values of an enum of the core with their words, for lists.</summary>
internal static class Choices
{
    /// <summary>All values, in their order.</summary>
    public static IReadOnlyList<(string Value, string Text)> Of<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Select(value => (value.ToString(), DomainTexts.Of(value)))];
}
