using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Results;

/// <summary>
/// An expected refusal. It carries a code and arguments, never a sentence and never personal data:
/// the text is made from resources where it is shown.
/// </summary>
/// <param name="Code">Why it was refused.</param>
/// <param name="Arguments">Values for the placeholders of the text, for example a case number or a staff member's display name.</param>
public abstract record Refusal(RefusalCode Code, string[] Arguments);

/// <summary>What was asked for does not exist, or may not be known to the one who asked.</summary>
/// <param name="Code">Which thing was not found.</param>
public sealed record NotFound(RefusalCode Code) : Refusal(Code, []);

/// <summary>The rules of the SOP forbid it to this actor or in this state.</summary>
/// <param name="Code">Which rule.</param>
/// <param name="Arguments">Values for the text.</param>
public sealed record NotAllowed(RefusalCode Code, params string[] Arguments) : Refusal(Code, Arguments);

/// <summary>Somebody else was faster; nothing was overwritten.</summary>
/// <param name="Code">What collided.</param>
/// <param name="Arguments">Values for the text.</param>
public sealed record Conflict(RefusalCode Code, params string[] Arguments) : Refusal(Code, Arguments);

/// <summary>The input is not acceptable; each error names its field.</summary>
/// <param name="Errors">One entry for each problem, never empty.</param>
public sealed record Invalid(IReadOnlyList<FieldError> Errors) : Refusal(RefusalCode.InvalidInput, [])
{
    /// <summary>An input refusal with a single problem.</summary>
    public Invalid(string field, InputProblem problem, params string[] arguments)
        : this([new FieldError(field, problem, arguments)])
    {
    }
}

/// <summary>One problem of one input field.</summary>
/// <param name="Field">Name of the property of the command, with a dotted path for nested values.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Arguments">Values for the text, for example a maximum length; never what was typed.</param>
public sealed record FieldError(string Field, InputProblem Problem, params string[] Arguments)
{
    /// <summary>What is wrong with an identity number, name or contact, when <see cref="Problem"/> is <see cref="InputProblem.NotWellFormed"/>.</summary>
    public Finding? Finding { get; init; }
}
