using System.Collections.Concurrent;
using System.Security.Claims;

namespace Onboarding.Portal.Security.Identity;

/// <summary>Which session was ended.</summary>
/// <param name="session">Its id.</param>
public sealed class SessionEndedEventArgs(string session) : EventArgs
{
    /// <summary>The session's id.</summary>
    public string Session { get; } = session;
}

/// <summary>
/// The sessions that were signed out. A request without its cookie is nobody's at once; a page that is open in another tab of
/// the browser holds a connection that no cookie reaches any more, so it asks here and is told.
/// </summary>
/// <param name="clock">Clock.</param>
public sealed class EndedSessions(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ended = new(StringComparer.Ordinal);

    /// <summary>A session was ended.</summary>
    public event EventHandler<SessionEndedEventArgs>? Ended;

    /// <summary>Ends the session of a person; somebody without one is left alone.</summary>
    public void End(ClaimsPrincipal person)
    {
        if (SessionOf(person) is not { } session)
        {
            return;
        }

        // No session outlives its cookie, so what is older than that needs no memory.
        DateTimeOffset now = clock.GetUtcNow();
        foreach ((string known, DateTimeOffset at) in _ended)
        {
            if (now - at > StaffIdentity.SessionTime)
            {
                _ended.TryRemove(known, out _);
            }
        }

        _ended[session] = now;
        Ended?.Invoke(this, new SessionEndedEventArgs(session));
    }

    /// <summary>Whether the session of a person has been ended.</summary>
    public bool IsEnded(ClaimsPrincipal person) => SessionOf(person) is { } session && _ended.ContainsKey(session);

    /// <summary>The session's id, or null.</summary>
    internal static string? SessionOf(ClaimsPrincipal person) => person.FindFirstValue(StaffClaims.Session);
}
