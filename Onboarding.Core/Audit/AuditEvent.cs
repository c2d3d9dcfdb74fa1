using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Audit;

/// <summary>
/// One event of the audit trail: who, what, when, from where, why, before and after. Append-only; each is chained to
/// the one before by a SHA-256 over its content (UU PDP Pasal 31: record of all processing).
/// </summary>
public sealed class AuditEvent
{
    private AuditEvent()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The chain it belongs to: the case's id, or the chain of the portal itself.</summary>
    public Guid StreamId { get; private set; }

    /// <summary>Place in the chain, from 1 without gaps.</summary>
    public int Sequence { get; private set; }

    /// <summary>When (UTC, to the millisecond).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who: see <see cref="Actor.Id"/>.</summary>
    public string ActorId { get; private set; } = string.Empty;

    /// <summary>Display name of the actor at that time.</summary>
    public string ActorName { get; private set; } = string.Empty;

    /// <summary>Roles of the actor at that time, separated by commas.</summary>
    public string ActorRoles { get; private set; } = string.Empty;

    /// <summary>From where.</summary>
    public string Origin { get; private set; } = string.Empty;

    /// <summary>What was done.</summary>
    public string Action { get; private set; } = string.Empty;

    /// <summary>Status before, or null.</summary>
    public string? From { get; private set; }

    /// <summary>Status after, or null.</summary>
    public string? To { get; private set; }

    /// <summary>Why, or null.</summary>
    public string? Reason { get; private set; }

    /// <summary>Facts as JSON, or null.</summary>
    public string? Details { get; private set; }

    /// <summary>Encrypted before and after, or null.</summary>
    public byte[]? ProtectedDetails { get; private set; }

    /// <summary>Hash of the event before; empty for the first.</summary>
    public byte[] PreviousHash { get; private set; } = [];

    /// <summary>SHA-256 over all of the above.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>Makes the next event of a chain and moves the chain's head.</summary>
    internal static AuditEvent Append(IAuditStream stream, Guid id, AuditEntry entry, Actor actor, DateTimeOffset at)
    {
        var next = new AuditEvent
        {
            Id = id,
            StreamId = stream.StreamId,
            Sequence = stream.AuditSequence + 1,
            At = at,
            ActorId = actor.Id,
            ActorName = actor.Name,
            ActorRoles = string.Join(',', actor.Roles.Order()),
            Origin = actor.Origin,
            Action = entry.Action,
            From = entry.From,
            To = entry.To,
            Reason = entry.Reason,
            Details = entry.Details,
            ProtectedDetails = entry.ProtectedDetails,
            PreviousHash = stream.AuditHash,
        };
        next.Hash = next.ComputeHash();
        stream.Advance(next.Sequence, next.Hash);
        return next;
    }

    /// <summary>
    /// The hash this event must have: SHA-256 over every field in the order of this class, each preceded by its
    /// length as four bytes, least significant first (-1 for null); numbers as eight bytes, the instant in ticks of 100 ns since the year 1.
    /// </summary>
    public byte[] ComputeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Id.ToByteArray(bigEndian: true));
        Append(hash, StreamId.ToByteArray(bigEndian: true));
        Append(hash, Sequence);
        Append(hash, At.UtcTicks);
        Append(hash, ActorId);
        Append(hash, ActorName);
        Append(hash, ActorRoles);
        Append(hash, Origin);
        Append(hash, Action);
        Append(hash, From);
        Append(hash, To);
        Append(hash, Reason);
        Append(hash, Details);
        Append(hash, ProtectedDetails);
        Append(hash, PreviousHash);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, string? text) =>
        Append(hash, text is null ? null : Encoding.UTF8.GetBytes(text));

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, byte[]? bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes?.Length ?? -1);
        hash.AppendData(length);
        if (bytes is not null)
        {
            hash.AppendData(bytes);
        }
    }
}
