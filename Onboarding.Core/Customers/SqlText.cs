using System.Globalization;
using System.Text;

namespace Onboarding.Core.Customers;

/// <summary>SQL that is put together from constant parts; every value becomes a parameter.</summary>
internal sealed class SqlText
{
    private readonly StringBuilder _text = new();
    private readonly List<object> _values = [];

    /// <summary>The text, with a numbered place for each value.</summary>
    public string Text => _text.ToString();

    /// <summary>The values.</summary>
    public object[] Values => [.. _values];

    /// <summary>Adds a constant part.</summary>
    public SqlText Add(string part)
    {
        _text.Append(part);
        return this;
    }

    /// <summary>Adds a value.</summary>
    public SqlText Value(object value)
    {
        _text.Append(CultureInfo.InvariantCulture, $"{{{_values.Count}}}");
        _values.Add(value);
        return this;
    }
}
