using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Persistence.Configurations;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues.Views;

/// <summary>
/// Writes a view as a short readable text, the same in the address bar and in the database, and reads one that anybody may have typed. What
/// somebody's name is searched by is never written; a case number is.
/// </summary>
public static class QueueDefinitionText
{
    /// <summary>Greatest length of a written view.</summary>
    public const int MaxLength = 600;

    /// <summary>Only this queue of the page.</summary>
    public const string Queue = "queue";

    /// <summary>Only what the person has: <c>true</c>.</summary>
    public const string Mine = "mine";

    /// <summary>What was typed, when it is a number.</summary>
    public const string Text = "q";

    /// <summary>What a row shows.</summary>
    public const string Columns = "columns";

    /// <summary>The product.</summary>
    public const string Product = "product";

    private const string Stage = "stage";
    private const string Channel = "channel";
    private const string Kind = "kind";
    private const string Due = "due";
    private const string Assignee = "assignee";
    private const string Region = "region";
    private const string Flag = "flag";
    private const string Sort = "sort";
    private const string True = "true";
    private const char Between = ',';

    /// <summary>The text; empty for the whole page as it usually is.</summary>
    public static string Write(QueueDefinition view) =>
        string.Join('&', Parts(view).Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!).Replace("%2C", ",", StringComparison.Ordinal)}"));

    /// <summary>Reads a text as it was written.</summary>
    public static ReadDefinition Read(string text) => Read(text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part =>
    {
        var at = part.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? (part, string.Empty) : (part[..at], Uri.UnescapeDataString(part[(at + 1)..].Replace('+', ' ')));
    }));

    /// <summary>Reads fields with their values, whoever wrote them.</summary>
    public static ReadDefinition Read(IEnumerable<(string Name, string Value)> fields)
    {
        var view = new QueueDefinition();
        var ignored = new List<string>();
        foreach (var (name, value) in fields)
        {
            if (With(view, name, value.Trim()) is { } next)
            {
                view = next;
            }
            else
            {
                ignored.Add(name);
            }
        }

        return new ReadDefinition(view, [.. ignored.Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    private static IEnumerable<(string Name, string? Value)> Parts(QueueDefinition view)
    {
        var filter = view.Filter;
        yield return (Queue, view.Queue?.ToString());
        yield return (Mine, filter.Assignee == QueueFilter.Me ? True : null);
        yield return (Text, QueueFilter.IsNumber(filter.Text) ? filter.Text!.Trim() : null);
        yield return (Stage, filter.Stage?.ToString());
        yield return (Product, filter.ProductCode);
        yield return (Channel, filter.Channel?.ToString());
        yield return (Kind, filter.Kind?.ToString());
        yield return (Due, filter.Due?.ToString());
        yield return (Assignee, filter.Assignee is null or QueueFilter.Me ? null : filter.Assignee);
        yield return (Region, filter.ProvinceCode);
        yield return (Flag, filter.Flag?.ToString());
        yield return (Sort, view.Sort == QueueSort.Urgency ? null : view.Sort.ToString());
        yield return (Columns, view.HasUsualColumns ? null : string.Join(Between, view.Columns));
    }

    // Null when the field or its value is not known; an empty value asks for nothing.
    private static QueueDefinition? With(QueueDefinition view, string name, string value)
    {
        var filter = view.Filter;
        return name.ToLowerInvariant() switch
        {
            Columns => WithColumns(view, value),
            Queue or Mine or Text or Stage or Product or Channel or Kind or Due or Assignee or Region or Flag or Sort when value.Length == 0 => view,
            Queue => Choice<WorkQueue>(value) is { } queue ? view with { Queue = queue } : null,
            Mine => value switch { True => view with { Filter = filter with { Assignee = QueueFilter.Me } }, "false" => view, _ => null },
            Text => QueueFilter.IsNumber(value) ? view with { Filter = filter with { Text = value } } : null,
            Stage => Choice<Stage>(value) is { } stage ? view with { Filter = filter with { Stage = stage } } : null,
            Product => value.Length <= Lengths.Code ? view with { Filter = filter with { ProductCode = value } } : null,
            Channel => Choice<Cases.Channel>(value) is { } channel ? view with { Filter = filter with { Channel = channel } } : null,
            Kind => Choice<Cases.CustomerKind>(value) is { } kind ? view with { Filter = filter with { Kind = kind } } : null,
            Due => Choice<DueTime>(value) is { } due ? view with { Filter = filter with { Due = due } } : null,
            Assignee => IsId(value) ? view with { Filter = filter with { Assignee = value } } : null,
            Region => Province.Find(value) is { } province ? view with { Filter = filter with { ProvinceCode = province.Code } } : null,
            Flag => Choice<QueueFlag>(value) is { } flag ? view with { Filter = filter with { Flag = flag } } : null,
            Sort => Choice<QueueSort>(value) is { } sort ? view with { Sort = sort } : null,
            _ => null,
        };
    }

    private static QueueDefinition? WithColumns(QueueDefinition view, string value)
    {
        var columns = value.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Choice<QueueColumn>).ToList();
        return columns.Contains(null) ? null : view with { Columns = [.. columns.OfType<QueueColumn>().Distinct().Order()] };
    }

    // By name alone: a number would be taken for a value too.
    private static TEnum? Choice<TEnum>(string value)
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().Where(one => string.Equals(one.ToString(), value, StringComparison.OrdinalIgnoreCase)).Select(one => (TEnum?)one).FirstOrDefault();

    private static bool IsId(string value) => value.Length <= Lengths.ActorId && value.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_');
}
