using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Onboarding.Core.Protection;

/// <summary>
/// Names a master key without revealing it: the first eight bytes of a one-way derivation of the key.
/// Because the name follows from the key, a key that was swapped or damaged can never pass for another one.
/// </summary>
public readonly record struct MasterKeyId
{
    /// <summary>Length of the id in an envelope, in bytes.</summary>
    internal const int Size = 8;

    /// <summary>Length of the id as text: sixteen hexadecimal digits.</summary>
    public const int TextLength = Size * 2;

    private readonly ulong _value;

    private MasterKeyId(ulong value) => _value = value;

    /// <summary>Reads the text form, as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">Sixteen hexadecimal digits.</param>
    /// <exception cref="FormatException">The text is not a key id.</exception>
    public static MasterKeyId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("A master key id has sixteen hexadecimal digits.");

    /// <summary>Reads the text form, as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">Sixteen hexadecimal digits.</param>
    /// <param name="id">The id, when the text is one.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out MasterKeyId id)
    {
        id = default;
        if (text is not { Length: TextLength }
            || !ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        id = new MasterKeyId(value);
        return true;
    }

    /// <summary>The id as sixteen hexadecimal digits.</summary>
    public override string ToString() => _value.ToString("x16", CultureInfo.InvariantCulture);

    internal static MasterKeyId Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt64BigEndian(bytes));

    internal void Write(Span<byte> destination) => BinaryPrimitives.WriteUInt64BigEndian(destination, _value);
}
