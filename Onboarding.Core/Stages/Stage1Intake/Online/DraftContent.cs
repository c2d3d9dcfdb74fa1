using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence.Configurations;
using Onboarding.Core.Results;

namespace Onboarding.Core.Stages.Stage1Intake.Online;

/// <summary>An online form as it stands: half-typed, so it is text by the path of the field and not yet the applicant's data.</summary>
/// <param name="Step">The step of the form, from 0.</param>
/// <param name="ProductCode">The product chosen so far, or null.</param>
/// <param name="Kind">Person or business; null while it is not chosen.</param>
/// <param name="Language">The language in which it is filled.</param>
/// <param name="Values">What was typed, by path. Consent is never part of it: it is given when the form is sent in.</param>
public sealed record DraftContent(int Step, string? ProductCode, CustomerKind? Kind, Language Language, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>More fields than any form has.</summary>
    public const int MostValues = 120;

    /// <summary>The longest text of one field; longer than the rules of any field allow.</summary>
    public const int LongestValue = 500;

    private const int LongestPath = 100;
    private const int MostSteps = 20;

    /// <summary>What a browser could not have sent by itself, or null.</summary>
    internal Invalid? Refuse()
    {
        if (Step is < 0 or >= MostSteps || ProductCode?.Length > Lengths.Code || !Enum.IsDefined(Language) || Kind is { } kind && !Enum.IsDefined(kind))
        {
            return new Invalid(nameof(Step), InputProblem.UnknownChoice);
        }

        return Values.Count > MostValues || Values.Any(entry => entry.Key.Length > LongestPath || entry.Value.Length > LongestValue)
            ? new Invalid(nameof(Values), InputProblem.TooLong, LongestValue.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>What was typed is personal data and is not printed.</summary>
    public override string ToString() => nameof(DraftContent);
}
