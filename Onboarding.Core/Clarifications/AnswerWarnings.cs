using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage1Intake;

namespace Onboarding.Core.Clarifications;

/// <summary>What the rules of the form find odd in answers, told to the one who gives them and to the one who looks at them.</summary>
public static class AnswerWarnings
{
    /// <summary>The warnings about the data as it would be with all the answers. They never stand in the way of an answer.</summary>
    /// <param name="data">The data as it is.</param>
    /// <param name="values">The answered values, by the paths of their fields.</param>
    /// <param name="today">The date in the office's zone.</param>
    public static IReadOnlyList<FieldWarning> Read(ApplicantData data, IEnumerable<KeyValuePair<string, string>> values, DateOnly today) =>
        RegistrationRules.Check(ApplicantFields.With(data, values), today).Warnings;
}
