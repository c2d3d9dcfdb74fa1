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

    /// <summary>The secret with which the system signs its callbacks, or null when it never calls back.</summary>
    public string? CallbackKey { get; init; }

    /// <summary>How long is waited for a callback before the order is given again, in minutes.</summary>
    public int CallbackWithinMinutes { get; init; } = 15;

    /// <summary>After how many failures in a row nobody orders for a while.</summary>
    public int BreakerFailures { get; init; } = 5;

    /// <summary>How long that is, in seconds.</summary>
    public int BreakerSeconds { get; init; } = 60;

    /// <summary>How long is waited for a callback.</summary>
    public TimeSpan CallbackWindow => TimeSpan.FromMinutes(CallbackWithinMinutes);

    /// <summary>How long nobody orders after failures in a row.</summary>
    public TimeSpan Break => TimeSpan.FromSeconds(BreakerSeconds);

    /// <summary>True when the system may call back.</summary>
    public bool TakesCallbacks => !string.IsNullOrEmpty(Endpoint) && CallbackKey is not null;

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

        if (settings.CallbackKey is { Length: < ShortestKey } || settings.CallbackWithinMinutes is < 1 or > 1440)
        {
            throw new StartupRefusedException($"Activation:CallbackKey needs at least {ShortestKey} characters, and Activation:CallbackWithinMinutes is 1 to 1440.");
        }

        // A circuit breaker judges nothing by a single failure.
        if (settings.BreakerFailures is < 2 or > 100 || settings.BreakerSeconds is < 1 or > 3600)
        {
            throw new StartupRefusedException("Activation:BreakerFailures is 2 to 100, and Activation:BreakerSeconds is 1 to 3600.");
        }

        return settings;
    }

    /// <inheritdoc />
    public override string ToString() => string.IsNullOrEmpty(Endpoint) ? "embedded" : "HTTP";
}
