namespace Onboarding.Tests.Support;

/// <summary>One portal on SQLite for all tests of a class (a class fixture), as in production and without demo mode.</summary>
public sealed class SharedPortal : IAsyncDisposable
{
    /// <summary>The portal.</summary>
    public PortalHost Host { get; } = new(("RateLimits:ApiRequestsPerMinute", "100000"));

    /// <summary>Its services, started.</summary>
    public IServiceProvider Services => Host.Started();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
