using System.Globalization;
using Onboarding.Core.Results;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>The activation system's own name for a service. It is stored, shown and printed: letters, digits and a few signs, nothing else.</summary>
public static class ActivationReference
{
    /// <summary>Longest reference.</summary>
    public const int MaxLength = 100;

    /// <summary>True when it can be kept.</summary>
    public static bool IsValid(string? reference) =>
        reference is { Length: > 0 and <= MaxLength } && reference.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '/' or '.');

    /// <summary>The problem of a reference that came from outside or was typed, or null when it can be kept.</summary>
    /// <param name="field">Under which name it was given.</param>
    /// <param name="reference">The reference.</param>
    public static Invalid? Refuse(string field, string? reference) => reference switch
    {
        null or { Length: 0 } => new Invalid(field, InputProblem.Required),
        { Length: > MaxLength } => new Invalid(field, InputProblem.TooLong, MaxLength.ToString(CultureInfo.InvariantCulture)),
        _ => IsValid(reference) ? null : new Invalid(field, InputProblem.NotWellFormed),
    };
}
