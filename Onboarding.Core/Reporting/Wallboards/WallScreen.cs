namespace Onboarding.Core.Reporting.Wallboards;

/// <summary>A screen on the wall that may show the figures, by a link of its own; it opens nothing else.</summary>
public sealed class WallScreen
{
    /// <summary>The longest name.</summary>
    public const int NameMaxLength = 80;

    private WallScreen()
    {
    }

    internal WallScreen(Guid id, string name, byte[] tokenHash, string byName, DateTimeOffset now)
    {
        Id = id;
        Name = name;
        TokenHash = tokenHash;
        MadeByName = byName;
        MadeAt = now;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Where it hangs.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Hash of its link's token; the token itself was seen once.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>Who made the link.</summary>
    public string MadeByName { get; private set; } = string.Empty;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When it was last seen, to a few minutes (UTC), or null.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>Since when the link opens nothing (UTC), or null.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    internal void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
