using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Integrations.Activation;

/// <summary>Which activation system is asked: section <c>Activation</c>. Without an endpoint the embedded one.</summary>
public sealed record ActivationSettings
{
    private const int ShortestKey = 16;

    /// <summary>Where orders are posted to, or null for the embedded activation.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The secret with which orders are signed.</summary>
    public string? Key { get; init; }

    /// <summary>How long one order may take, in seconds.</summary>
    public int TimeoutSeconds { get; init; } = 15;

    /// <summary>Reads the section.</summary>
    /// <exception cref="StartupRefusedException">A setting cannot be used.</exception>
    public static ActivationSettings Read(IConfiguration configuration)
    {
        ActivationSettings settings = configuration.GetSection("Activation").Get<ActivationSettings>() ?? new ActivationSettings();
        if (string.IsNullOrEmpty(settings.Endpoint))
        {
            return settings;
        }

        if (!Uri.TryCreate(settings.Endpoint, UriKind.Absolute, out Uri? endpoint) || (endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback))
        {
            throw new StartupRefusedException("Activation:Endpoint must be an https address, or one on this machine.");
        }

        if (settings.Key is not { Length: >= ShortestKey } || settings.TimeoutSeconds is < 1 or > 120)
        {
            throw new StartupRefusedException($"Activation:Key needs at least {ShortestKey} characters, and Activation:TimeoutSeconds is 1 to 120.");
        }

        return settings;
    }

    /// <inheritdoc />
    public override string ToString() => string.IsNullOrEmpty(Endpoint) ? "embedded" : "HTTP";
}
