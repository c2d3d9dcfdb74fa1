using Onboarding.Core.Cases;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>An external source and what it last said about the applicant as the data stands now.</summary>
/// <param name="Info">The source.</param>
/// <param name="Answer">Its last answer, or null when it was never asked about these values.</param>
/// <param name="Reply">The answer field by field, or null.</param>
public sealed record SourceLine(SourceInfo Info, SourceAnswer? Answer, SourceReply? Reply);

/// <summary>Reads the source lines of a case.</summary>
internal static class SourceLines
{
    public static IReadOnlyList<SourceLine> Read(OnboardingCase owner, ApplicantData data, CaseRules rules, VerificationForm form, CaseProtection protection) =>
        [.. form.Lines.Select(line => rules.Verification.SourceOf(line.Key)).OfType<SourceInfo>().Select(source =>
        {
            var question = protection.QuestionHash(source.Name, SourceQuestions.Of(source, data));
            var answer = owner.SourceAnswers
                .Where(item => item.Source == source.Name && item.QuestionHash.AsSpan().SequenceEqual(question))
                .MaxBy(item => item.Number);
            return new SourceLine(source, answer, answer is null ? null : protection.OpenReply(owner.Id, answer.ProtectedReply));
        })];
}
