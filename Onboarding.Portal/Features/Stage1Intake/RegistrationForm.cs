using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Time;
using Onboarding.Portal.Features.Stage1Intake.Documents;

namespace Onboarding.Portal.Features.Stage1Intake;

/// <summary>
/// One form while somebody fills it: what was typed, what the core says of it, and which of that is shown yet. A field shows
/// its problems once it was left with something in it, or once the person tried to go on.
/// </summary>
/// <param name="input">What was typed.</param>
/// <param name="documents">The documents of the form.</param>
/// <param name="today">The day in the office's zone.</param>
public sealed class RegistrationForm(RegistrationInput input, DocumentTray documents, DateOnly today)
{
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private readonly List<FieldError> _refused = [];
    private RegistrationCheck _check = RegistrationRules.Check(input.ToData(), today, input.Requirements);
    private IReadOnlyList<FieldError>? _source;
    private Dictionary<string, FieldNeed>? _needs;

    /// <summary>Called when something changed that the page shows or keeps.</summary>
    public Action? Changed { get; set; }

    /// <summary>What the core says of the source, on a form that asks for it.</summary>
    public Func<RegistrationInput, IReadOnlyList<FieldError>>? SourceRule { get; init; }

    /// <summary>What was typed.</summary>
    public RegistrationInput Input => input;

    /// <summary>What was typed, with numbers, names and contacts in the form in which they are kept.</summary>
    public ApplicantData Normal => _check.Data;

    /// <summary>The documents.</summary>
    public DocumentTray Documents => documents;

    /// <summary>The day in the office's zone.</summary>
    public DateOnly Today => today;

    /// <summary>The field that takes the focus with the next render, or null.</summary>
    public string? FocusPath { get; private set; }

    /// <summary>What others wrote into fields since this form was filled, by path, where something else stands here.</summary>
    public IReadOnlyDictionary<string, string> Elsewhere { get; private set; } = new Dictionary<string, string>();

    /// <summary>Notes what others wrote; what stands here stays until the person takes it.</summary>
    public void NoteElsewhere(IReadOnlyDictionary<string, string> values) => Elsewhere = values;

    /// <summary>Takes what somebody else wrote into a field.</summary>
    public void TakeElsewhere(string path)
    {
        if (Elsewhere.TryGetValue(path, out string? value))
        {
            Elsewhere = Elsewhere.Where(entry => entry.Key != path).ToDictionary(StringComparer.Ordinal);
            Set(path, value);
        }
    }

    /// <summary>Takes what was typed into a field and checks it.</summary>
    public void Set(string path, string value)
    {
        _shown.Add(path);
        Fill(path, value);
    }

    /// <summary>Takes a part of what a field needs; a problem that is not shown yet stays so until the field is left or complete.</summary>
    public void Fill(string path, string value)
    {
        input[path] = FieldPaths.IsDate(path) && TypedDate.Read(value) is { } day ? RegistrationInput.Text(day) : value;
        _refused.RemoveAll(error => string.Equals(error.Field, path, StringComparison.Ordinal));
        _check = RegistrationRules.Check(input.ToData(), today, input.Requirements);
        _source = null;
        _needs = null;
        Changed?.Invoke();
    }

    /// <summary>Whether the form asks for a field of the applicant's data; null for what is no such field.</summary>
    public FieldNeed? NeedOf(string path)
    {
        _needs ??= FieldPaths.Fields(input).ToDictionary(field => field.Path, field => field.Need, StringComparer.Ordinal);
        return _needs.TryGetValue(path, out FieldNeed need) ? need : null;
    }

    /// <summary>Says that the documents changed.</summary>
    public void DocumentsChanged() => Changed?.Invoke();

    /// <summary>Ticks or unticks a box.</summary>
    public void Tick(string path, bool isTicked) => Set(path, isTicked ? bool.TrueString : string.Empty);

    /// <summary>What is wrong with a field, in the person's language; null while it is in order or not shown yet.</summary>
    public string? ErrorOf(string path) => _shown.Contains(path) ? ProblemOf(path) : null;

    /// <summary>What the verifier will look at, in the person's language. It never blocks.</summary>
    public IEnumerable<string> WarningsOf(string path) =>
        _shown.Contains(path) || input[path].Length > 0
            ? _check.Warnings.Where(warning => string.Equals(warning.Field, path, StringComparison.Ordinal)).Select(DomainTexts.Of)
            : [];

    /// <summary>Shows every problem of these fields; true when there is none.</summary>
    public bool Accepts(IEnumerable<string> paths)
    {
        List<string> all = [.. paths];
        _shown.UnionWith(all);
        Changed?.Invoke();
        return all.TrueForAll(path => ProblemOf(path) is null);
    }

    /// <summary>The problems shown of these fields, in their order.</summary>
    public IReadOnlyList<(string Path, string Text)> Problems(IEnumerable<string> paths) =>
        [.. paths.Where(_shown.Contains).Select(path => (Path: path, Text: ProblemOf(path))).Where(problem => problem.Text is not null).Select(problem => (problem.Path, problem.Text!))];

    /// <summary>Takes over what the core refused; the form keeps everything that was typed.</summary>
    public void Refuse(Invalid refusal)
    {
        _refused.Clear();
        _refused.AddRange(refusal.Errors);
        _shown.UnionWith(refusal.Errors.Select(error => error.Field));
        Changed?.Invoke();
    }

    /// <summary>Puts the focus on a field with the next render.</summary>
    public void Focus(string path)
    {
        FocusPath = path;
        Changed?.Invoke();
    }

    /// <summary>Whether this field takes the focus now; it does so once.</summary>
    public bool TakesFocus(string path)
    {
        if (!string.Equals(FocusPath, path, StringComparison.Ordinal))
        {
            return false;
        }

        FocusPath = null;
        return true;
    }

    /// <summary>What is wrong with a field, in the person's language, whether it is shown yet or not; null when it is in order.</summary>
    public string? ProblemOf(string path)
    {
        // To the core an unreadable day is none, and "is missing" would mislead.
        if (FieldPaths.IsDate(path) && !string.IsNullOrWhiteSpace(input[path]) && TypedDate.Read(input[path]) is null)
        {
            return IntakeText.DateUnreadable;
        }

        _source ??= SourceRule?.Invoke(input) ?? [];
        FieldError? error = _check.Errors.Concat(_source).FirstOrDefault(entry => string.Equals(entry.Field, path, StringComparison.Ordinal))
            ?? _refused.Find(entry => string.Equals(entry.Field, path, StringComparison.Ordinal));
        return error is not null ? DomainTexts.Of(error) : MissingOf(path);
    }

    // What the form asks for beyond the data: choices before it, documents and consent after it.
    private string? MissingOf(string path) => path switch
    {
        FieldPaths.Product when input.ProductCode.Length == 0 => IntakeText.ChooseProduct,
        FieldPaths.Kind when input.Kind is null => IntakeText.ChooseKind,
        FieldPaths.Consent when !input.IsTicked(path) => DomainTexts.Of(new FieldError(path, InputProblem.ConsentRequired)),
        _ when FieldPaths.DocumentOf(path) is { } kind && !documents.Has(kind) => IntakeText.DocumentMissing,
        _ => null,
    };
}
