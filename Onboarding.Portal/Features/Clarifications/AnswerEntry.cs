using Onboarding.Core.Clarifications;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Features.Stage1Intake.Documents;

namespace Onboarding.Portal.Features.Clarifications;

/// <summary>One item on the sheet of answers.</summary>
public sealed class AnswerEntry
{
    private readonly RegistrationInput _input;
    private readonly Dictionary<string, string> _before;
    private ItemAnswer _saved;

    /// <summary>Opens the item with what was saved of it.</summary>
    /// <param name="item">The item.</param>
    /// <param name="input">The fields of the form.</param>
    /// <param name="files">Where files go.</param>
    public AnswerEntry(ReplyItem item, RegistrationInput input, DocumentTray files)
    {
        (Item, _input, Files, _saved) = (item, input, files, item.Draft);
        Fields = [.. item.Before.Keys];
        (Note, IsConfirmed) = (item.Draft.Note ?? "", item.Draft.IsConfirmed);

        // A single value is typed anew, so that nobody sends the old one by accident; an address is corrected where it is wrong.
        _before = Fields.ToDictionary(field => field, field => IsGroup ? input[field] : "", StringComparer.Ordinal);
        foreach (string field in Fields)
        {
            input[field] = item.Draft.Values.TryGetValue(field, out string? typed) ? typed : _before[field];
        }
    }

    /// <summary>What is asked.</summary>
    public ReplyItem Item { get; }

    /// <summary>The files of the answer.</summary>
    public DocumentTray Files { get; }

    /// <summary>The fields it asks for: one, or those of an address.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>The answer to a question, or a remark.</summary>
    public string Note { get; set; }

    /// <summary>Whether what we have is right.</summary>
    public bool IsConfirmed { get; set; }

    /// <summary>What is wrong with the item as a whole, or null.</summary>
    public string? Problem { get; set; }

    /// <summary>Whether it asks for an address.</summary>
    public bool IsGroup => Fields.Count > 1;

    /// <summary>What it is about, in plain words; several questions are told apart by their place.</summary>
    public string Title => Item.Subject.Kind == ItemKind.Question ? $"{SubjectWords.Of(Item.Subject)} {Item.Position}" : SubjectWords.Of(Item.Subject);

    /// <summary>The id of the item on the page.</summary>
    public string ElementId => $"item-{Item.Position}";

    /// <summary>Whether it says anything.</summary>
    public bool IsAnswered => Answer.HasContent || Files.All.Count > 0;

    /// <summary>Whether the last state was saved.</summary>
    public bool IsSaved => IsSame(Answer, _saved);

    /// <summary>What stands there now.</summary>
    public ItemAnswer Answer => new()
    {
        Values = IsConfirmed
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : Fields.Where(path => _input[path] != _before[path]).ToDictionary(path => path, path => _input[path], StringComparer.Ordinal),
        IsConfirmed = IsConfirmed,
        Note = string.IsNullOrWhiteSpace(Note) ? null : Note,
    };

    /// <summary>Takes note that this was saved.</summary>
    public void Saved(ItemAnswer answer) => _saved = answer;

    private static bool IsSame(ItemAnswer one, ItemAnswer other) =>
        one.IsConfirmed == other.IsConfirmed && one.Note == other.Note && one.Values.Count == other.Values.Count
        && one.Values.All(entry => other.Values.TryGetValue(entry.Key, out string? value) && value == entry.Value);
}
