using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Integrations.Messages;

/// <summary>Which service carries short messages: section <c>Messages</c>. Without an endpoint none are sent.</summary>
public sealed record MessageSettings
{
    private const int ShortestKey = 16;

    /// <summary>Where messages are posted to, or null for none.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The secret with which they are signed.</summary>
    public string? Key { get; init; }

    /// <summary>By what they travel, as the service calls it.</summary>
    public string Channel { get; init; } = "whatsapp";

    /// <summary>How long one message may take, in seconds.</summary>
    public int TimeoutSeconds { get; init; } = 15;

    /// <summary>True when messages are sent.</summary>
    public bool IsOn => !string.IsNullOrEmpty(Endpoint);

    /// <summary>Reads the section.</summary>
    /// <exception cref="StartupRefusedException">A setting cannot be used.</exception>
    public static MessageSettings Read(IConfiguration configuration)
    {
        MessageSettings settings = configuration.GetSection("Messages").Get<MessageSettings>() ?? new MessageSettings();
        if (!settings.IsOn)
        {
            return settings;
        }

        if (!Uri.TryCreate(settings.Endpoint, UriKind.Absolute, out Uri? endpoint) || (endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback))
        {
            throw new StartupRefusedException("Messages:Endpoint must be an https address, or one on this machine.");
        }

        if (settings.Key is not { Length: >= ShortestKey } || settings.TimeoutSeconds is < 1 or > 120 || settings.Channel is not ("whatsapp" or "sms"))
        {
            throw new StartupRefusedException(
                $"Messages:Key needs at least {ShortestKey} characters, Messages:TimeoutSeconds is 1 to 120, and Messages:Channel is whatsapp or sms.");
        }

        return settings;
    }

    /// <inheritdoc />
    public override string ToString() => IsOn ? Channel : "none";
}
