namespace Onboarding.Portal.Live.Presence;

/// <summary>One page at one case, for as long as it is open and connected. Safe for concurrent use.</summary>
public sealed class PresenceTicket : IDisposable
{
    private readonly Lock _lock = new();
    private readonly PresenceBoard _board;
    private readonly PresenceSign _sign;
    private bool _isAway = true;
    private bool _isClosed;

    internal PresenceTicket(PresenceBoard board, PresenceSign sign) => (_board, _sign) = (board, sign);

    /// <summary>The person types.</summary>
    public void Type()
    {
        lock (_lock)
        {
            if (!_isAway && !_isClosed)
            {
                _board.Put(_sign with { IsTyping = true });
            }
        }
    }

    /// <summary>The connection to the browser is lost: to colleagues the person is gone.</summary>
    public void GoAway()
    {
        lock (_lock)
        {
            if (!_isAway)
            {
                _isAway = true;
                _board.Put(_sign with { IsGone = true });
            }
        }
    }

    /// <summary>The page is there, for the first time or again.</summary>
    public void Return()
    {
        lock (_lock)
        {
            if (_isAway && !_isClosed)
            {
                _isAway = false;
                _board.Put(_sign);
            }
        }
    }

    /// <summary>The page was closed.</summary>
    public void Dispose()
    {
        GoAway();
        lock (_lock)
        {
            _isClosed = true;
        }
    }
}
