using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;

namespace Onboarding.Portal.Features.Queues;

/// <summary>What the address bar asks for. Anybody may have typed it: what is not known is left out and named.</summary>
/// <param name="Read">The view, and the fields that were left out.</param>
/// <param name="View">The saved view that is asked for, or null.</param>
/// <param name="After">Behind which row the list begins, or null for its beginning.</param>
public sealed record QueueAddress(ReadDefinition Read, Guid? View, QueueKey? After)
{
    /// <summary>True when it says what the rows show, itself or by its saved view: then it is shown so, whatever a person has chosen for themselves.</summary>
    public bool NamesColumns { get; private init; }

    /// <summary>Reads an address.</summary>
    public static QueueAddress Of(string uri)
    {
        Dictionary<string, StringValues> query = QueryHelpers.ParseQuery(new Uri(uri).Query);
        List<(string Name, string Value)> fields = [.. query.Select(entry => (entry.Key, entry.Value.ToString()))];
        List<string> ignored = [];
        Guid? view = Take(fields, QueueUrls.ViewParameter, ignored, text => Guid.TryParse(text, out Guid id) ? id : (Guid?)null);
        QueueKey? after = Take(fields, QueueUrls.AfterParameter, ignored, QueueKey.Parse);
        ReadDefinition read = QueueDefinitionText.Read(fields);
        return new QueueAddress(read with { Ignored = [.. read.Ignored, .. ignored] }, view, after)
        {
            NamesColumns = view is not null || query.ContainsKey(QueueDefinitionText.Columns),
        };
    }

    private static T? Take<T>(List<(string Name, string Value)> fields, string name, List<string> ignored, Func<string, T?> parse)
    {
        int index = fields.FindIndex(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
        {
            return default;
        }

        T? value = parse(fields[index].Value);
        if (value is null)
        {
            ignored.Add(name);
        }

        fields.RemoveAt(index);
        return value;
    }
}
