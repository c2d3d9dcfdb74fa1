namespace Onboarding.Portal.Components.Controls;

/// <summary>
/// Gives everybody who has the same text the same instance of it. It never holds more than twice its bound: when it is full, what nobody asked for
/// since it was full last is forgotten; who has it keeps it.
/// </summary>
/// <param name="most">How many texts it takes before it forgets.</param>
internal sealed class TextPool(int most)
{
    private readonly Lock _lock = new();
    private Dictionary<string, string> _recent = new(StringComparer.Ordinal);
    private Dictionary<string, string> _older = new(StringComparer.Ordinal);

    /// <summary>The shared instance of a text.</summary>
    public string Share(string text)
    {
        lock (_lock)
        {
            if (_recent.TryGetValue(text, out string? known))
            {
                return known;
            }

            string shared = _older.GetValueOrDefault(text, text);
            if (_recent.Count == most)
            {
                (_older, _recent) = (_recent, new Dictionary<string, string>(StringComparer.Ordinal));
            }

            _recent[shared] = shared;
            return shared;
        }
    }
}
