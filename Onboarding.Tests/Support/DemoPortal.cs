namespace Onboarding.Tests.Support;

/// <summary>One portal in demo mode for all tests of a class (a class fixture).</summary>
public sealed class DemoPortal : IAsyncDisposable
{
    /// <summary>The portal.</summary>
    public PortalHost Host { get; } = new(Demo.Enabled);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
