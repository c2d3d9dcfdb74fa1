using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;

namespace Onboarding.Benchmarks.Circuits;

/// <summary>A program that listens to the hub of the queues, over the hub's own protocol.</summary>
internal sealed class HubListener : IAsyncDisposable
{
    private const byte EndOfMessage = 0x1e;
    private const string Path = "hubs/queue";
    private const string Handshake = """{"protocol":"json","version":1}""";
    private const string Ping = """{"type":6}""";

    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(12);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _closing = new();
    private readonly Action<long, ReadOnlyMemory<byte>> _heard;
    private ITimer? _life;
    private Task _reading = Task.CompletedTask;

    private HubListener(Action<long, ReadOnlyMemory<byte>> heard) => _heard = heard;

    /// <summary>Connects.</summary>
    /// <param name="portal">Address of the portal.</param>
    /// <param name="cookie">Who is signed in.</param>
    /// <param name="heard">Told of each message: when it came, and its text, which is good for the call alone.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<HubListener> ConnectAsync(Uri portal, string cookie, Action<long, ReadOnlyMemory<byte>> heard, CancellationToken cancellationToken)
    {
        HubListener listener = new(heard);
        listener._socket.Options.SetRequestHeader("Cookie", cookie);
        await listener._socket.ConnectAsync(new UriBuilder(new Uri(portal, Path)) { Scheme = "ws" }.Uri, cancellationToken);
        await listener.SendAsync(Handshake);
        listener._reading = Task.Run(listener.ReadAsync, CancellationToken.None);
        listener._life = TimeProvider.System.CreateTimer(_ => _ = listener.SendAsync(Ping), null, SignOfLife, SignOfLife);
        return listener;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_life is not null)
        {
            await _life.DisposeAsync();
        }

        await _closing.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _sending.Dispose();
        _closing.Dispose();
    }

    private async Task SendAsync(string message)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(message), EndOfMessage];
        try
        {
            await _sending.WaitAsync(_closing.Token);
            try
            {
                await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, _closing.Token);
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The portal has ended the connection; the missing messages tell it.
        }
    }

    // A message may come in parts, and several may come in one.
    private async Task ReadAsync()
    {
        var buffer = new byte[8 * 1024];
        for (var (filled, isOpen) = (0, true); isOpen;)
        {
            var received = await _socket.ReceiveAsync(buffer.AsMemory(filled), _closing.Token);
            var at = Stopwatch.GetTimestamp();
            (filled, isOpen) = (filled + received.Count, received.MessageType != WebSocketMessageType.Close);
            var start = 0;
            for (int end; (end = Array.IndexOf(buffer, EndOfMessage, start, filled - start)) >= 0; start = end + 1)
            {
                _heard(at, buffer.AsMemory(start, end - start));
            }

            Buffer.BlockCopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
        }
    }
}
