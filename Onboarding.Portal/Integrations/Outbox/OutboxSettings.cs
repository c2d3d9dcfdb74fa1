using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Integrations.Outbox;

/// <summary>How the outbox is emptied: section <c>Outbox</c>.</summary>
public sealed record OutboxSettings
{
    /// <summary>
    /// How long a message is kept from other senders, in seconds: longer than an attempt may take; what a process held that
    /// was killed is sent when it ends.
    /// </summary>
    public int LeaseSeconds { get; init; } = 60;

    /// <summary>Messages under way at the same time, of different cases.</summary>
    public int Parallel { get; init; } = 16;

    /// <summary>Of these, messages to the same receiver: half, so that one that is away leaves the other half to the others.</summary>
    public int PerReceiver => (Parallel + 1) / 2;

    /// <summary>Reads the section.</summary>
    /// <exception cref="StartupRefusedException">A setting cannot be used.</exception>
    public static OutboxSettings Read(IConfiguration configuration)
    {
        OutboxSettings settings = configuration.GetSection("Outbox").Get<OutboxSettings>() ?? new OutboxSettings();
        return settings is { LeaseSeconds: >= 1 and <= 3600, Parallel: >= 1 and <= 64 }
            ? settings
            : throw new StartupRefusedException("Outbox:LeaseSeconds must be 1 to 3600 and Outbox:Parallel 1 to 64.");
    }
}
