namespace Onboarding.Core.Cases;

/// <summary>A hold by Tim Kepatuhan: a record beside an untouched status. While it lasts only its release is allowed.</summary>
public sealed class Hold
{
    private Hold()
    {
    }

    internal Hold(string byId, string byName, string reason, DateTimeOffset since)
    {
        ById = byId;
        ByName = byName;
        Reason = reason;
        Since = since;
    }

    /// <summary>Who placed it: id of the staff account.</summary>
    public string ById { get; private set; } = string.Empty;

    /// <summary>Display name of that person.</summary>
    public string ByName { get; private set; } = string.Empty;

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = string.Empty;

    /// <summary>Since when (UTC).</summary>
    public DateTimeOffset Since { get; private set; }
}
