using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Clarifications;
using Onboarding.Portal.Features.Stage2Verification;

namespace Onboarding.Portal.Features.Cases;

/// <summary>Something that a case can be sent back for.</summary>
/// <param name="Value">Its value in a list of choices.</param>
/// <param name="Group">Heading under which it stands in that list.</param>
/// <param name="Subject">What it is.</param>
/// <param name="Words">Its name.</param>
public sealed record PointChoice(string Value, string Group, PointSubject Subject, string Words);

/// <summary>What the points of a case that was sent back are about, in plain words.</summary>
public static class PointWords
{
    /// <summary>The name of the field, the document or the line of the form; for anything else just that.</summary>
    public static string Of(PointSubject subject, CaseFile file) => subject switch
    {
        { Check: { } check } => file.Verification.Lines.Where(line => line.Key.ToString() == check).Select(line => Title(line, file)).FirstOrDefault() ?? check,
        { Item: { Field: null, Document: null } } => CaseText.PointGeneral,
        _ => SubjectWords.Of(subject.Item),
    };

    /// <summary>What can be sent back to a stage: its fields and documents, and in stage 2 the lines of the form.</summary>
    public static IReadOnlyList<PointChoice> Choices(CaseFile file, Stage stage) =>
    [
        new("", "", PointSubject.General, CaseText.PointGeneral),
        .. ApplicantFields.Askable(file.Data).Select(path => new PointChoice($"field:{path}", CaseText.PointFields, PointSubject.OfField(path), DomainTexts.Field(path))),
        .. SubjectWords.AskableDocuments(file).Select(kind => new PointChoice($"document:{kind}", CaseText.PointDocuments, PointSubject.OfDocument(kind), DomainTexts.Of(kind))),
        .. file.Verification.Lines.Where(_ => stage == Stage.Verification)
            .Select(line => new PointChoice($"check:{line.Key}", CaseText.PointChecks, PointSubject.OfCheck(line.Key.ToString()), Title(line, file))),
    ];

    private static string Title(VerificationLine line, CaseFile file) =>
        CheckWords.TitleOf(line.Key, file.Sources.FirstOrDefault(source => source.Info.Name == line.Key.Subject)?.Info);
}
