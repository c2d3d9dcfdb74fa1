using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>Records one check of the Form Verifikasi Data (stage 2).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Key">Which line of the form.</param>
/// <param name="CheckResult">What was found.</param>
/// <param name="Evidence">What the result rests on.</param>
/// <param name="Remark">Remark, or null.</param>
public sealed record RecordCheck(CaseTarget Target, CheckKey Key, CheckResult CheckResult, CheckEvidence Evidence, string? Remark = null);

/// <summary>What a result rests on; a choice, a text, or both.</summary>
/// <param name="Choices">What was chosen, see <see cref="EvidenceChoices"/>.</param>
/// <param name="Text">In words, or null.</param>
/// <param name="DocumentId">The file that was looked at; null for the one that stands for the current version, where the line has a document.</param>
public sealed record CheckEvidence(IReadOnlyCollection<EvidenceKind> Choices, string? Text = null, Guid? DocumentId = null);

/// <summary>Handles <see cref="RecordCheck"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="protection">Knows the question that a source would be asked now.</param>
public sealed class RecordCheckHandler(CaseWriter writer, CaseProtection protection) : IUseCase
{
    private const int MaxLength = 2000;

    /// <summary>Keeps the check with what it rests on; an earlier check of the same line stays in the log.</summary>
    public Task<Result<CaseState>> HandleAsync(RecordCheck command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(command.Target, actor, work => Record(work, command), cancellationToken);

    private Refusal? Record(CaseWork work, RecordCheck command)
    {
        var documentId = command.Evidence.DocumentId ?? Document(work, command.Key)?.Id;
        if (Validate(work, command, documentId) is { } invalid)
        {
            return invalid;
        }

        var details = $$"""{"check":"{{command.Key.Code}}","subject":"{{command.Key.Subject}}","result":"{{command.CheckResult}}"}""";
        if (work.Act(CaseAction.RecordCheck, details: details) is { } refusal)
        {
            return refusal;
        }

        if (NeedsConfirmation(work, command))
        {
            return new NotAllowed(RefusalCode.SourceNotConfirmed);
        }

        work.Record(command.Key, new CheckFinding(
            command.Key, command.CheckResult, command.Evidence.Choices, FreeText.CleanOrNull(command.Evidence.Text) ?? string.Empty, FreeText.CleanOrNull(command.Remark), documentId));
        return null;
    }

    private static Invalid? Validate(CaseWork work, RecordCheck command, Guid? documentId)
    {
        // A re-entry is compared by the core and recorded by its own use case.
        if (command.Key.Code == CheckCode.BlindReentry || work.Form.Find(command.Key) is null)
        {
            return new Invalid(nameof(RecordCheck.Key), InputProblem.UnknownChoice);
        }

        if (!Enum.IsDefined(command.CheckResult))
        {
            return new Invalid(nameof(RecordCheck.CheckResult), InputProblem.UnknownChoice);
        }

        if (command.Evidence.Choices.Except(EvidenceChoices.For(command.Key.Code, command.CheckResult)).Any())
        {
            return new Invalid(nameof(RecordCheck.Evidence), InputProblem.UnknownChoice);
        }

        if (documentId is { } id && !IsUsable(work, command, id))
        {
            return new Invalid(nameof(CheckEvidence.DocumentId), InputProblem.UnknownChoice);
        }

        var isSaid = command.Evidence.Choices.Count > 0 && command.Evidence.Choices.All(choice => choice != EvidenceKind.AskedByHand);
        return FreeText.Refuse(nameof(RecordCheck.Evidence), command.Evidence.Text, MaxLength, isRequired: !isSaid)
            ?? FreeText.Refuse(nameof(RecordCheck.Remark), command.Remark, MaxLength);
    }

    // A passed check speaks of the document as it is now, not of a version that was replaced.
    private static bool IsUsable(CaseWork work, RecordCheck command, Guid documentId) => command.CheckResult == CheckResult.Passed
        ? work.Case.Documents.Any(document => document.Id == documentId && work.Case.CurrentDocuments(document.Kind).Contains(document))
        : work.Case.Documents.Any(document => document.Id == documentId);

    // What a source was never heard to say, only somebody who asked it by hand can vouch for.
    private bool NeedsConfirmation(CaseWork work, RecordCheck command)
    {
        if (command.CheckResult != CheckResult.Passed || command.Evidence.Choices.Contains(EvidenceKind.AskedByHand) || work.Rules.Verification.SourceOf(command.Key) is not { } source)
        {
            return false;
        }

        var question = protection.QuestionHash(source.Name, SourceQuestions.Of(source, work.Data));
        var answer = work.Case.SourceAnswers.Where(item => item.Source == source.Name && item.QuestionHash.AsSpan().SequenceEqual(question)).MaxBy(item => item.Number);
        return answer?.State != SourceState.Match;
    }

    private static CaseDocument? Document(CaseWork work, CheckKey key) => work.Form.Find(key) is null
        ? null
        : VerificationRules.DocumentsOf(key).Select(work.Case.LeadingDocument).FirstOrDefault(document => document is not null);
}
