namespace Onboarding.Core.Audit;

/// <summary>The chain of events that belong to no case: settings, accounts, exports. There is one row.</summary>
public sealed class PortalAuditStream : IAuditStream
{
    /// <summary>Identity of the one row.</summary>
    public static readonly Guid TheId = new("00000000-0000-7000-8000-000000000001");

    private PortalAuditStream()
    {
    }

    /// <summary>Always <see cref="TheId"/>.</summary>
    public Guid Id { get; private set; } = TheId;

    /// <inheritdoc/>
    public Guid StreamId => Id;

    /// <inheritdoc/>
    public int AuditSequence { get; private set; }

    /// <inheritdoc/>
    public byte[] AuditHash { get; private set; } = [];

    void IAuditStream.Advance(int sequence, byte[] hash)
    {
        AuditSequence = sequence;
        AuditHash = hash;
    }

    internal static PortalAuditStream Create() => new();
}
