using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Integrations.Webhooks;

/// <summary>How webhooks are sent: section <c>Webhooks</c>.</summary>
public sealed record WebhookSettings
{
    /// <summary>How long one delivery may take, in seconds.</summary>
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>Lets webhooks go to this machine itself, also without HTTPS: for a demonstration and for tests.</summary>
    public bool AllowLoopback { get; init; }

    /// <summary>Private networks that webhooks may reach, in CIDR, separated by commas. None when empty.</summary>
    public string AllowedNetworks { get; init; } = "";

    /// <summary>Those networks.</summary>
    internal IReadOnlyList<System.Net.IPNetwork> Networks { get; init; } = [];

    /// <summary>Reads the section.</summary>
    /// <exception cref="StartupRefusedException">A setting cannot be used.</exception>
    public static WebhookSettings Read(IConfiguration configuration)
    {
        WebhookSettings settings = configuration.GetSection("Webhooks").Get<WebhookSettings>() ?? new WebhookSettings();
        if (settings.TimeoutSeconds is < 1 or > 45)
        {
            throw new StartupRefusedException("Webhooks:TimeoutSeconds must be 1 to 45.");
        }

        List<System.Net.IPNetwork> networks = [];
        foreach (string text in settings.AllowedNetworks.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            networks.Add(System.Net.IPNetwork.TryParse(text, out System.Net.IPNetwork network)
                ? network
                : throw new StartupRefusedException($"Webhooks:AllowedNetworks holds \"{text}\", which is no network such as 10.20.0.0/16."));
        }

        return settings with { Networks = networks };
    }
}
