namespace Onboarding.Portal.Features.Stage1Intake;

/// <summary>A form that corrects what is there: what of it was typed, told apart from what it was filled with.</summary>
public static class FormInputs
{
    /// <summary>The fields that say something else than the form was filled with. An emptied one is a blank, so that it counts as typed.</summary>
    /// <param name="input">The form.</param>
    /// <param name="filled">What it was filled with.</param>
    public static IEnumerable<KeyValuePair<string, string?>> Changed(RegistrationInput input, RegistrationInput filled) => input.Values
        .Where(entry => !string.Equals(entry.Value, filled[entry.Key], StringComparison.Ordinal))
        .Select(entry => KeyValuePair.Create(entry.Key, (string?)(entry.Value.Length == 0 ? " " : entry.Value)));

    /// <summary>What others wrote since a form was filled, where something else stands in the form; what was noted before stays noted.</summary>
    /// <param name="form">The form.</param>
    /// <param name="filled">What it was filled with.</param>
    /// <param name="now">What it would be filled with now.</param>
    public static IReadOnlyDictionary<string, string> Elsewhere(RegistrationForm form, RegistrationInput filled, RegistrationInput now)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        foreach (string path in filled.Values.Keys.Union(now.Values.Keys, StringComparer.Ordinal))
        {
            bool isNews = !string.Equals(filled[path], now[path], StringComparison.Ordinal);
            if ((isNews || form.Elsewhere.ContainsKey(path)) && !string.Equals(form.Input[path], now[path], StringComparison.Ordinal))
            {
                found[path] = now[path];
            }
        }

        return found;
    }

    /// <summary>Takes what others wrote into the fields that this person has not touched: saving would turn it back.</summary>
    /// <param name="form">The form.</param>
    /// <param name="filled">What it was filled with.</param>
    /// <param name="now">What it would be filled with now.</param>
    public static void TakeUntouched(RegistrationForm form, RegistrationInput filled, RegistrationInput now)
    {
        foreach (string path in filled.Values.Keys.Union(now.Values.Keys, StringComparer.Ordinal).ToList())
        {
            if (string.Equals(form.Input[path], filled[path], StringComparison.Ordinal) && !string.Equals(filled[path], now[path], StringComparison.Ordinal))
            {
                form.Fill(path, now[path]);
            }
        }
    }

    /// <summary>Puts typed fields into the form; all others say what they were filled with.</summary>
    /// <param name="form">The form.</param>
    /// <param name="filled">What it was filled with.</param>
    /// <param name="typed">What was typed, by path.</param>
    public static void Restore(RegistrationForm form, RegistrationInput filled, IEnumerable<KeyValuePair<string, string?>> typed)
    {
        Dictionary<string, string?> values = new(typed, StringComparer.Ordinal);
        foreach (string path in form.Input.Values.Keys.Union(filled.Values.Keys, StringComparer.Ordinal).Union(values.Keys, StringComparer.Ordinal).ToList())
        {
            string wanted = values.TryGetValue(path, out string? value) ? (string.IsNullOrWhiteSpace(value) ? "" : value) : filled[path];
            if (!string.Equals(form.Input[path], wanted, StringComparison.Ordinal))
            {
                form.Fill(path, wanted);
            }
        }
    }
}
