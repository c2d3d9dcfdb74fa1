using System.Runtime.CompilerServices;
using Bunit;

namespace Onboarding.Tests.Support;

/// <summary>
/// How long a component test waits for what it is about. bUnit gives up after a second, which a busy machine needs to draw a page; whoever waits for
/// something that comes waits no longer for this, and only what never comes is found later.
/// </summary>
internal static class BunitPatience
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    [ModuleInitializer]
    internal static void Set() => BunitContext.DefaultWaitTimeout = Longest;
}
