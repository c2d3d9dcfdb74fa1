namespace Onboarding.Core.IdentityNumbers;

/// <summary>One thing noticed while a text was read: a code, its weight and what the sentence about it needs.</summary>
public sealed record Finding
{
    private Finding(FindingCode code, FindingSeverity severity, IReadOnlyList<object> arguments)
    {
        Code = code;
        Severity = severity;
        Arguments = arguments;
    }

    /// <summary>What was noticed.</summary>
    public FindingCode Code { get; }

    /// <summary>Whether it blocks saving.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>Lengths and names of regions for the sentence, in the order the code documents. Never any part of the personal value.</summary>
    public IReadOnlyList<object> Arguments { get; }

    /// <summary>A finding that blocks saving.</summary>
    /// <param name="code">What was noticed.</param>
    /// <param name="arguments">What the sentence needs; never any part of the personal value.</param>
    public static Finding Error(FindingCode code, params IReadOnlyList<object> arguments) =>
        new(code, FindingSeverity.Error, arguments);

    /// <summary>A finding that a verifier decides about.</summary>
    /// <param name="code">What was noticed.</param>
    /// <param name="arguments">What the sentence needs; never any part of the personal value.</param>
    public static Finding Warning(FindingCode code, params IReadOnlyList<object> arguments) =>
        new(code, FindingSeverity.Warning, arguments);
}
