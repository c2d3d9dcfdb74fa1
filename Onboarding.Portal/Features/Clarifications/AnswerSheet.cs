using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Results;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Features.Stage1Intake.Documents;
using Onboarding.Portal.Features.Uploading;

namespace Onboarding.Portal.Features.Clarifications;

/// <summary>
/// The answers to one request while somebody fills them in, by the applicant behind the link or by staff who writes down what
/// was said. Fields are checked by the rules of the form; an item counts as answered once it says anything.
/// </summary>
public sealed class AnswerSheet
{
    private readonly ApplicantData _data;

    /// <summary>Opens the sheet with what was saved of it.</summary>
    /// <param name="data">The applicant's data, with which values are checked.</param>
    /// <param name="items">What is asked.</param>
    /// <param name="today">The day in the office's zone.</param>
    /// <param name="tray">The tray of a document's item.</param>
    public AnswerSheet(ApplicantData data, IReadOnlyList<ReplyItem> items, DateOnly today, Func<ReplyItem, DocumentTray> tray)
    {
        _data = data;
        RegistrationInput input = RegistrationInput.From(data, "", Guid.Empty);
        Entries = [.. items.Select(item => new AnswerEntry(item, input, tray(item)))];
        Form = new RegistrationForm(input, Entries.Count > 0 ? Entries[0].Files : new NoDocuments(), today);
    }

    /// <summary>The fields with their rules.</summary>
    public RegistrationForm Form { get; }

    /// <summary>The items, in order.</summary>
    public IReadOnlyList<AnswerEntry> Entries { get; }

    /// <summary>How many are answered, and well.</summary>
    public int Answered => Entries.Count(IsInOrder);

    /// <summary>Whether an item is answered and the rules have nothing against it.</summary>
    public bool IsInOrder(AnswerEntry entry) => entry.IsAnswered && !HasProblem(entry);

    /// <summary>Whether something was filled in that was not saved.</summary>
    public IEnumerable<AnswerEntry> Unsaved => Entries.Where(entry => !entry.IsSaved);

    /// <summary>
    /// What the rules find odd between an answer and the rest of the data, in the person's language, beyond what its own fields say.
    /// What is not asked, or is confirmed, stands in no field of the page but is compared all the same. It never blocks.
    /// </summary>
    public IEnumerable<string> WarningsOf(AnswerEntry entry) => entry is { IsConfirmed: false, Answer.Values.Count: 0 }
        ? []
        : AnswerWarnings.Read(_data, Entries.SelectMany(item => item.Answer.Values), Form.Today)
            .Where(warning => entry.Fields.Any(warning.Concerns))
            .Select(DomainTexts.Of)
            .Except(entry.IsConfirmed ? [] : entry.Fields.SelectMany(Form.WarningsOf), StringComparer.Ordinal);

    /// <summary>
    /// Whether what was typed is just what we have. Never told of a number that is shown masked: whoever only holds the link could
    /// try out numbers until one is right.
    /// </summary>
    public bool IsSame(AnswerEntry entry)
    {
        if (!entry.Item.MayConfirm || entry.Answer.Values is not { Count: > 0 } values)
        {
            return false;
        }

        IReadOnlyDictionary<string, string> typed = ApplicantFields.Read(Form.Normal, entry.Item.Subject.Field!);
        return values.Keys.All(path => typed.GetValueOrDefault(path, "") == entry.Item.Before.GetValueOrDefault(path, ""));
    }

    /// <summary>Shows what stands in the way of sending; true when nothing does.</summary>
    public bool Accepts()
    {
        bool isComplete = true;
        foreach (AnswerEntry entry in Entries)
        {
            entry.Problem = entry.IsAnswered ? null : ClarifyingText.ItemUnanswered;
            isComplete &= entry.Problem is null & (entry.Answer.Values.Count == 0 || Form.Accepts(entry.Fields));
        }

        return isComplete;
    }

    /// <summary>What stands in the way, in order: a field by its path, an item as a whole by the id of its element.</summary>
    public IReadOnlyList<(string Path, string Text)> Problems => [.. Entries.SelectMany(ProblemsOf)];

    /// <summary>Takes over what the core refused, each problem at its item.</summary>
    public void Refuse(Invalid refusal)
    {
        List<FieldError> fields = [];
        foreach (FieldError error in refusal.Errors)
        {
            AnswerEntry? entry = Entries.FirstOrDefault(item => error.Field.StartsWith(ClarificationItem.PartOf(item.Item.Position, ""), StringComparison.Ordinal));
            string part = entry is null ? error.Field : error.Field[ClarificationItem.PartOf(entry.Item.Position, "").Length..];
            if (entry?.Fields.Contains(part) == true)
            {
                fields.Add(error with { Field = part });
            }
            else if (entry is not null)
            {
                entry.Problem = DomainTexts.Of(error);
            }
        }

        if (fields.Count > 0)
        {
            Form.Refuse(new Invalid(fields));
        }
    }

    private IEnumerable<(string Path, string Text)> ProblemsOf(AnswerEntry entry) => entry.Problem is { } problem
        ? [(entry.ElementId, $"{entry.Title}: {problem}")]
        : entry.Answer.Values.Count > 0
            ? entry.Fields.Select(path => (Path: path, Text: Form.ErrorOf(path))).Where(field => field.Text is not null).Select(field => (field.Path, field.Text!))
            : [];

    // What is confirmed is not typed, so the empty field is no problem.
    private bool HasProblem(AnswerEntry entry) =>
        entry.Problem is not null || (entry.Answer.Values.Count > 0 && entry.Fields.Any(path => Form.ErrorOf(path) is not null));

    // A request without documents has no tray, but the form wants one.
    private sealed class NoDocuments : DocumentTray
    {
        public override bool CanRemove => false;

        public override UploadPlace? Place => null;

        public override Task RefreshAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        protected override Task<Refusal?> DeleteAsync(TrayDocument document, CancellationToken cancellationToken) =>
            Task.FromResult<Refusal?>(new NotAllowed(RefusalCode.RoleNotAllowed));
    }
}
