using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;
using Onboarding.Portal.Features.Keeping;

namespace Onboarding.Portal.Features.Clarifications;

/// <summary>A request that is being put together, as it is kept and brought back.</summary>
internal static class AskedFields
{
    private const string Items = nameof(Items);
    private const char Between = '|';
    private const char Inside = ':';

    /// <summary>The items of the sheet with their words.</summary>
    public static KeptFields Of(AskSheet sheet)
    {
        KeptFields kept = new() { Choices = { [Items] = string.Join(Between, sheet.Entries.Select(Word)) } };
        foreach ((int index, AskEntry entry) in sheet.Entries.Index())
        {
            kept.Texts[QuestionOf(index)] = entry.Question;
        }

        return kept;
    }

    /// <summary>Puts the items back, as far as the case still has what they are about.</summary>
    public static void Restore(KeptFields kept, AskSheet sheet, CaseFile file)
    {
        string[] words = kept.Choice(Items).Split(Between, StringSplitOptions.RemoveEmptyEntries);
        sheet.Fill([.. words.Select((word, index) => (Subject: SubjectOf(word, file), Problem: ProblemOf(word), Question: kept.Text(QuestionOf(index))))
            .Where(entry => entry.Subject is not null)
            .Select(entry =>
            {
                AskEntry made = new(entry.Subject!, file.Case.Language, entry.Problem);
                made.Question = entry.Question;
                return made;
            })]);
    }

    /// <summary>The name under which the words of an item are kept.</summary>
    /// <param name="index">Its place, from 0.</param>
    public static string QuestionOf(int index) => string.Create(CultureInfo.InvariantCulture, $"{Items}.{index}");

    private static string Word(AskEntry entry) => string.Join(Inside, entry.Problem, entry.Subject.Kind, entry.Subject.Kind switch
    {
        ItemKind.Field => entry.Subject.Field,
        ItemKind.Document => entry.Subject.Document?.ToString(),
        ItemKind.Question => "",
    });

    private static ClarificationProblem ProblemOf(string word) =>
        Enum.TryParse(word.Split(Inside)[0], out ClarificationProblem problem) && Enum.IsDefined(problem) ? problem : ClarificationProblem.Other;

    // About the newest version of a document: that is the one that is looked at.
    private static ItemSubject? SubjectOf(string word, CaseFile file) => word.Split(Inside) switch
    {
        [_, nameof(ItemKind.Field), var path] when ApplicantFields.Askable(file.Data).Contains(path) => ItemSubject.OfField(path),
        [_, nameof(ItemKind.Document), var name] when Enum.TryParse(name, out DocumentKind kind) && SubjectWords.AskableDocuments(file).Contains(kind) =>
            ItemSubject.OfDocument(kind, file.Case.LeadingDocument(kind)?.Id),
        [_, nameof(ItemKind.Question), ..] => ItemSubject.General,
        _ => null,
    };
}
