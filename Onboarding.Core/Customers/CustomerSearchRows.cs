namespace Onboarding.Core.Customers;

/// <summary>
/// A word under which a customer is found: a word of the name in plain capitals, or, behind a <see cref="SoundMark"/>, how it sounds.
/// The words of a merged record belong to the one that it was merged into.
/// </summary>
public sealed class CustomerWord
{
    /// <summary>Greatest length of a word; what is longer is cut.</summary>
    public const int MaxLength = 40;

    /// <summary>Begins a sound key. It sorts behind every letter, so that no prefix of a word runs into the sounds.</summary>
    public const char SoundMark = '~';

    private CustomerWord()
    {
    }

    internal CustomerWord(string word, string name, Guid customerId)
    {
        Word = word;
        Name = name;
        CustomerId = customerId;
    }

    /// <summary>The word.</summary>
    public string Word { get; private set; } = string.Empty;

    /// <summary>The beginning of the customer's name: results come in its order straight from the index.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>The customer.</summary>
    public Guid CustomerId { get; private set; }
}

/// <summary>
/// A keyed hash under which a customer is found: by the exact value of an identity number, a telephone number or an e-mail address, or by
/// the search for duplicates where the record says something else than its case.
/// </summary>
public sealed class CustomerKey
{
    private CustomerKey()
    {
    }

    internal CustomerKey(long hash, Guid customerId)
    {
        Hash = hash;
        CustomerId = customerId;
    }

    /// <summary>The first eight bytes of the HMAC-SHA-256.</summary>
    public long Hash { get; private set; }

    /// <summary>The customer.</summary>
    public Guid CustomerId { get; private set; }
}
