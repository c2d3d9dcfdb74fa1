using System.Globalization;
using Onboarding.Core.Drafts;

namespace Onboarding.Portal.Features.Keeping;

/// <summary>What stands in a form, as the form hands it over to be kept and takes it back.</summary>
public sealed class KeptFields
{
    /// <summary>What was written; a browser that was cut off names its fields by these names too (<c>data-kept</c>).</summary>
    public IDictionary<string, string?> Texts { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>What was chosen or ticked.</summary>
    public IDictionary<string, string?> Choices { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Made of what was kept.</summary>
    public static KeptFields From(FormContent content) => new()
    {
        Texts = content.Texts.ToDictionary(entry => entry.Key, entry => (string?)entry.Value, StringComparer.Ordinal),
        Choices = content.Choices.ToDictionary(entry => entry.Key, entry => (string?)entry.Value, StringComparer.Ordinal),
    };

    /// <summary>As the core keeps it: what is empty is left out.</summary>
    public FormContent ToContent() => new(Filled(Texts), Filled(Choices));

    /// <summary>What was written into a field.</summary>
    public string Text(string name) => Texts.TryGetValue(name, out string? text) ? text ?? "" : "";

    /// <summary>What was chosen in a field.</summary>
    public string Choice(string name) => Choices.TryGetValue(name, out string? choice) ? choice ?? "" : "";

    /// <summary>What was chosen in a field; nothing of it where the program has no such choice any more.</summary>
    public T Choice<T>(string name)
        where T : struct, Enum => Enum.TryParse(Choice(name), out T value) && Enum.IsDefined(value) ? value : default;

    /// <summary>The day that was chosen in a field, or null.</summary>
    public DateOnly? Date(string name) =>
        DateOnly.TryParseExact(Choice(name), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>A day as it is kept.</summary>
    public static string? Of(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A choice as it is kept; none where nothing was chosen.</summary>
    public static string? Of<T>(T choice)
        where T : struct, Enum => Enum.IsDefined(choice) ? choice.ToString() : null;

    /// <summary>Several choices as they are kept, in an order of their own so that the same are the same.</summary>
    public static string Of(IEnumerable<string> choices) => string.Join(',', choices.Order(StringComparer.Ordinal));

    /// <summary>Several choices.</summary>
    public IEnumerable<string> Several(string name) => Choice(name).Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, string> Filled(IDictionary<string, string?> fields) =>
        fields.Where(entry => !string.IsNullOrEmpty(entry.Value)).ToDictionary(entry => entry.Key, entry => entry.Value!, StringComparer.Ordinal);
}
