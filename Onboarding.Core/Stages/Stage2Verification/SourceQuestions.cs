using Onboarding.Core.Cases;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>Makes the question for a source: the filled fields that it is asked about, and nothing else.</summary>
internal static class SourceQuestions
{
    public static SourceQuestion Of(SourceInfo source, ApplicantData data)
    {
        var fields = DataFields.Of(data);
        return new SourceQuestion(data.Kind, source.Fields.Where(fields.ContainsKey).ToDictionary(field => field, field => fields[field], StringComparer.Ordinal));
    }
}
