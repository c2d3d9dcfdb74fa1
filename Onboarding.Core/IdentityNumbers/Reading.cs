using System.Diagnostics.CodeAnalysis;

namespace Onboarding.Core.IdentityNumbers;

/// <summary>What came of reading a text: the value, unless an error was found, and everything noticed on the way.</summary>
/// <typeparam name="T">The value that was looked for.</typeparam>
public sealed record Reading<T>
    where T : class
{
    internal Reading(T value, IReadOnlyList<Finding> findings)
    {
        // A value with an error is never handed out, so that nobody can save it by forgetting to look.
        Value = findings.Any(finding => finding.Severity == FindingSeverity.Error) ? null : value;
        Findings = findings;
    }

    internal Reading(params IReadOnlyList<Finding> errors)
    {
        Findings = errors;
    }

    /// <summary>The value, in its one stored form; <see langword="null"/> when there is an error.</summary>
    public T? Value { get; }

    /// <summary>Everything noticed, errors and warnings, in the order found.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Whether there is a value, perhaps with warnings.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsValid => Value is not null;
}
