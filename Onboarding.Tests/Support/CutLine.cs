using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Onboarding.Tests.Support;

/// <summary>
/// A line to a portal that can be cut in the middle of a conversation, as a phone in a lift does it: what is open breaks, and
/// nothing new comes through until it is mended. A browser's own offline mode leaves open sockets alone.
/// </summary>
public sealed class CutLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> _open = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Uri _portal;
    private readonly Task _accepting;
    private volatile bool _isCut;

    /// <summary>Opens the line.</summary>
    /// <param name="portal">The address of the portal.</param>
    public CutLine(Uri portal)
    {
        _portal = portal;
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/");
        _accepting = AcceptAsync();
    }

    /// <summary>The address of the portal at this end of the line.</summary>
    public Uri Address { get; }

    /// <summary>Breaks what is open, and lets nothing through.</summary>
    public void Cut()
    {
        _isCut = true;
        foreach (TcpClient client in _open.Keys)
        {
            client.Close();
        }
    }

    /// <summary>Lets everything through again.</summary>
    public void Mend() => _isCut = false;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        Cut();
        await _accepting;
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_closing.Token);
                _ = CarryAsync(client);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The line is taken down.
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using TcpClient far = new();
        try
        {
            _open[near] = true;
            _open[far] = true;
            if (!_isCut)
            {
                await far.ConnectAsync(_portal.Host, _portal.Port, _closing.Token);
                await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream(), _closing.Token), far.GetStream().CopyToAsync(near.GetStream(), _closing.Token));
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // One end went, or the line was cut.
        }
        finally
        {
            _open.TryRemove(near, out _);
            _open.TryRemove(far, out _);
            near.Dispose();
        }
    }
}
