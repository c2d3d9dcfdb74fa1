using Onboarding.Core.Cases;
using Onboarding.Core.Documents.Reading;

namespace Onboarding.Portal.Features.Stage1Intake.Reading;

/// <summary>What somebody took over from a card into one form.</summary>
public sealed class AcceptedReadings
{
    private readonly Dictionary<CardField, string> _values = [];

    private readonly Dictionary<CardField, string> _saved = [];

    /// <summary>Takes a value over into the form.</summary>
    public void Accept(CardSuggestion suggestion, RegistrationForm form)
    {
        if (CardPaths.Of(suggestion.Field, KindOf(form)) is { } path)
        {
            _values[suggestion.Field] = suggestion.Value;
            form.Set(path, suggestion.Value);
        }
    }

    /// <summary>Whether the form still holds what was taken over. What the person typed over it since is the person's own.</summary>
    public bool Holds(CardField field, RegistrationForm form) =>
        _values.TryGetValue(field, out string? value) && CardPaths.Of(field, KindOf(form)) is { } path && string.Equals(form.Input[path], value, StringComparison.Ordinal);

    /// <summary>The fields that hold what was taken over.</summary>
    public IReadOnlySet<CardField> In(RegistrationForm form) => _values.Keys.Where(field => Holds(field, form)).ToHashSet();

    /// <summary>Those of them that were taken over since the form was last saved.</summary>
    public IReadOnlySet<CardField> NewIn(RegistrationForm form) =>
        In(form).Where(field => !_saved.TryGetValue(field, out string? value) || !string.Equals(value, _values[field], StringComparison.Ordinal)).ToHashSet();

    /// <summary>Says that these were saved.</summary>
    public void Saved(IReadOnlySet<CardField> fields)
    {
        foreach (CardField field in fields)
        {
            _saved[field] = _values[field];
        }
    }

    private static CustomerKind KindOf(RegistrationForm form) => form.Input.Kind ?? CustomerKind.Person;
}
