using Microsoft.JSInterop;

namespace Onboarding.Portal.Components;

/// <summary>The end of a script that belongs to a component.</summary>
internal static class ScriptEnding
{
    /// <summary>
    /// How long an answer is waited for. A browser that left the page does not answer any more, and for as long as somebody waits for it, everything
    /// that its page held stays in memory; the framework's own patience is a minute.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Lets the script stop what it does, and lets go of it; nothing happens where the browser has gone.</summary>
    /// <param name="script">The script, or null when it was never loaded.</param>
    /// <param name="arguments">What its function <c>stop</c> is given.</param>
    public static async ValueTask EndAsync(this IJSObjectReference? script, params object?[] arguments)
    {
        try
        {
            if (script is not null)
            {
                await script.InvokeVoidAsync("stop", Patience, arguments);
                await script.DisposeAsync();
            }
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The browser has gone, and its script with it.
        }
    }
}
