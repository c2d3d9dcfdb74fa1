namespace Onboarding.Core.Sla;

/// <summary>A day on the list of holidays that an administrator keeps. Decrees get amended, so every field but the date can change.</summary>
public sealed class Holiday
{
    /// <summary>The greatest length of <see cref="Name"/>.</summary>
    public const int NameMaxLength = 120;

    /// <summary>The greatest length of <see cref="Decree"/>.</summary>
    public const int DecreeMaxLength = 200;

    private Holiday(DateOnly date, string name, HolidayKind kind, string? decree)
    {
        Date = date;
        Name = name;
        Kind = kind;
        Decree = decree;
    }

    /// <summary>The day, and the key: a day is on the list once.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>The name in Bahasa Indonesia.</summary>
    public string Name { get; private set; }

    /// <summary>Why it is on the list.</summary>
    public HolidayKind Kind { get; private set; }

    /// <summary>The decree that fixes it; none for a decision of the company.</summary>
    public string? Decree { get; private set; }

    /// <summary>Counts its changes, from 1: whoever read an earlier one does not overwrite it.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>A new entry of the list.</summary>
    /// <param name="date">The day.</param>
    /// <param name="name">The name, at most <see cref="NameMaxLength"/> characters.</param>
    /// <param name="kind">Why it is on the list.</param>
    /// <param name="decree">The decree, at most <see cref="DecreeMaxLength"/> characters, or nothing.</param>
    /// <exception cref="ArgumentException">The name is blank, or a text is too long.</exception>
    public static Holiday Create(DateOnly date, string name, HolidayKind kind, string? decree = null)
    {
        CheckTexts(name, decree);
        return new Holiday(date, name.Trim(), kind, TrimmedOrNull(decree));
    }

    /// <summary>Changes what is known about the day. A holiday that moves is removed and created anew.</summary>
    /// <param name="name">The name, at most <see cref="NameMaxLength"/> characters.</param>
    /// <param name="kind">Why it is on the list.</param>
    /// <param name="decree">The decree, at most <see cref="DecreeMaxLength"/> characters, or nothing.</param>
    /// <exception cref="ArgumentException">The name is blank, or a text is too long.</exception>
    public void Change(string name, HolidayKind kind, string? decree)
    {
        CheckTexts(name, decree);
        Name = name.Trim();
        Kind = kind;
        Decree = TrimmedOrNull(decree);
        Version++;
    }

    private static void CheckTexts(string name, string? decree)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.Trim().Length > NameMaxLength)
        {
            throw new ArgumentException("The name of the holiday is too long.", nameof(name));
        }

        if (decree?.Trim().Length > DecreeMaxLength)
        {
            throw new ArgumentException("The decree of the holiday is too long.", nameof(decree));
        }
    }

    private static string? TrimmedOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
