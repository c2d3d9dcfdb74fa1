using System.Collections.Frozen;

namespace Onboarding.Core.Outbox;

/// <summary>
/// Who takes messages, as far as one can be away while the others are not: each partner's server, the mail server, the
/// activation system.
/// </summary>
/// <param name="PartnerId">The partner, or null for everybody else.</param>
/// <param name="Name">The way out, when it is no partner.</param>
public sealed record OutboxReceiver(Guid? PartnerId, string Name)
{
    private const string Mail = nameof(Mail);
    private const string Activation = nameof(Activation);

    private static readonly FrozenDictionary<OutboxKind, OutboxReceiver> Own =
        Enum.GetValues<OutboxKind>().ToFrozenDictionary(kind => kind, kind => new OutboxReceiver(null, NameOf(kind)));

    private static readonly FrozenDictionary<OutboxReceiver, IReadOnlyList<OutboxKind>> KindsOf =
        Own.GroupBy(entry => entry.Value, entry => entry.Key).ToFrozenDictionary(group => group.Key, IReadOnlyList<OutboxKind> (group) => [.. group]);

    /// <summary>What is sent to it; nothing for a partner, which is known by its id.</summary>
    internal IReadOnlyList<OutboxKind> Kinds => PartnerId is null ? KindsOf[this] : [];

    /// <summary>Who takes messages of this kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="partnerId">The partner it goes to, or null.</param>
    public static OutboxReceiver Of(OutboxKind kind, Guid? partnerId) => partnerId is { } partner ? new(partner, string.Empty) : Own[kind];

    // Mails are all named so. A kind that is neither a mail nor an order to the activation system has a receiver of its own.
    private static string NameOf(OutboxKind kind) => kind is OutboxKind.ActivateService or OutboxKind.DeactivateService
        ? Activation
        : kind.ToString().StartsWith(Mail, StringComparison.Ordinal) ? Mail : kind.ToString();
}
