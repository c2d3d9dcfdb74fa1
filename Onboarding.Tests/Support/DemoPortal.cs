namespace Onboarding.Tests.Support;

/// <summary>One portal in demo mode for all tests of a class (a class fixture), with limits that they do not reach.</summary>
public sealed class DemoPortal : IAsyncDisposable
{
    /// <summary>The portal.</summary>
    public PortalHost Host { get; } = new(
        Demo.Enabled, ("RateLimits:SignInPerMinute", "10000"), ("RateLimits:PublicPostsPerMinute", "10000"));

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
