namespace Onboarding.Core.IdentityNumbers;

/// <summary>
/// A value that people write as text and that is kept in one form. Printing it gives the mask,
/// so that a log line or an exception cannot give it away by accident (UU 27/2022 Pasal 35).
/// </summary>
public abstract record TextValue
{
    private protected TextValue(string value)
    {
        Value = value;
    }

    /// <summary>The value in its stored form. Personal data: not for logs, addresses of pages or notices.</summary>
    public string Value { get; }

    /// <summary>The form for screens of people who have not opened the value.</summary>
    public abstract string Mask();

    /// <summary>The same as <see cref="Mask"/>.</summary>
    public sealed override string ToString() => Mask();
}
