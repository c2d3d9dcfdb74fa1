namespace Onboarding.Core.Customers;

/// <summary>What kind of interaction it was. Stored as text.</summary>
public enum InteractionKind
{
    /// <summary>A note of the staff, nobody was spoken to.</summary>
    Note = 1,

    /// <summary>A telephone call.</summary>
    Call,

    /// <summary>An e-mail outside of the portal.</summary>
    Email,

    /// <summary>A visit, here or there.</summary>
    Visit,

    /// <summary>A chat.</summary>
    Chat,
}

/// <summary>A note about a customer, or something that happened with them. Never changed.</summary>
public sealed class CustomerInteraction
{
    private readonly List<InteractionMention> _mentions = [];

    private CustomerInteraction()
    {
    }

    internal CustomerInteraction(Guid id, Guid customerId, InteractionKind kind, byte[] protectedText, string byId, string byName, DateTimeOffset at)
    {
        Id = id;
        CustomerId = customerId;
        Kind = kind;
        ProtectedText = protectedText;
        ById = byId;
        ByName = byName;
        At = at;
    }

    /// <summary>Identity; it grows with time.</summary>
    public Guid Id { get; private set; }

    /// <summary>The customer.</summary>
    public Guid CustomerId { get; private set; }

    /// <summary>What kind.</summary>
    public InteractionKind Kind { get; private set; }

    /// <summary>What was said or noted, encrypted.</summary>
    public byte[] ProtectedText { get; private set; } = [];

    /// <summary>Who wrote it down.</summary>
    public string ById { get; private set; } = string.Empty;

    /// <summary>Display name at that time.</summary>
    public string ByName { get; private set; } = string.Empty;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The colleagues who are named in it.</summary>
    public IReadOnlyList<InteractionMention> Mentions => _mentions;

    internal void Mention(string staffId, string staffName) => _mentions.Add(new InteractionMention(Id, staffId, staffName));

    /// <summary>Goes over to another record of the same customer.</summary>
    internal void MoveTo(Guid customerId) => CustomerId = customerId;
}

/// <summary>A colleague who is named in an interaction.</summary>
public sealed class InteractionMention
{
    private InteractionMention()
    {
    }

    internal InteractionMention(Guid interactionId, string staffId, string staffName)
    {
        InteractionId = interactionId;
        StaffId = staffId;
        StaffName = staffName;
    }

    /// <summary>The interaction.</summary>
    public Guid InteractionId { get; private set; }

    /// <summary>Id of the staff account.</summary>
    public string StaffId { get; private set; } = string.Empty;

    /// <summary>Display name at that time.</summary>
    public string StaffName { get; private set; } = string.Empty;
}
