namespace Onboarding.Core.IdentityNumbers;

/// <summary>What every <see cref="TextValue"/> can do, so that mapping, validator and input field need only one generic form each.</summary>
/// <typeparam name="TSelf">The value itself.</typeparam>
public interface ITextValue<TSelf>
    where TSelf : TextValue, ITextValue<TSelf>
{
    /// <summary>The greatest number of characters of the stored form.</summary>
    static abstract int MaxLength { get; }

    /// <summary>Reads what a person typed. Never throws.</summary>
    /// <param name="text">The text as entered; may be empty or missing.</param>
    static abstract Reading<TSelf> Read(string? text);

    /// <summary>Takes back a value that was read before and stored. It is not checked again, since rules change and stored values do not.</summary>
    /// <param name="value">The stored form.</param>
    static abstract TSelf FromStored(string value);
}
