using System.Net.WebSockets;
using System.Text;

namespace Onboarding.Benchmarks.Circuits;

/// <summary>The web socket under a circuit: whole messages, each with its length in front, however the network cuts them.</summary>
internal sealed class CircuitSocket : IAsyncDisposable
{
    private const byte EndOfHandshake = 0x1e;
    private const string Handshake = """{"protocol":"blazorpack","version":1}""";

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>Connects and agrees on the protocol.</summary>
    public async Task ConnectAsync(Uri address, string cookie, CancellationToken cancellationToken)
    {
        _socket.Options.SetRequestHeader("Cookie", cookie);
        _socket.Options.SetRequestHeader("Origin", new UriBuilder(address) { Scheme = "http", Path = string.Empty, Query = string.Empty }.Uri.GetLeftPart(UriPartial.Authority));
        await _socket.ConnectAsync(address, cancellationToken);
        await SendAsync([.. Encoding.UTF8.GetBytes(Handshake), EndOfHandshake], cancellationToken);
        int end;
        while ((end = System.Array.IndexOf(_buffer, EndOfHandshake, _start, _end - _start)) < 0)
        {
            await FillAsync(cancellationToken);
        }

        _start = end + 1;
    }

    /// <summary>Sends one message.</summary>
    public async Task SendAsync(byte[] message, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The next message; it is good until the next call. Empty when the server has closed the connection.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken)
    {
        int length;
        int header;
        while (!TryReadLength(out length, out header) || _end - _start < header + length)
        {
            if (!await FillAsync(cancellationToken))
            {
                return ReadOnlyMemory<byte>.Empty;
            }
        }

        var message = _buffer.AsMemory(_start + header, length);
        _start += header + length;
        return message;
    }

    /// <summary>Closes the connection as a browser does that leaves a page.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (_socket.State == WebSocketState.Open)
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _sending.Dispose();
        return ValueTask.CompletedTask;
    }

    private bool TryReadLength(out int length, out int header)
    {
        length = 0;
        for (header = 0; _start + header < _end; header++)
        {
            var part = _buffer[_start + header];
            length |= (part & 0x7f) << (7 * header);
            if ((part & 0x80) == 0)
            {
                header++;
                return true;
            }
        }

        return false;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            System.Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var received = await _socket.ReceiveAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += received.Count;
        return received.MessageType != WebSocketMessageType.Close;
    }
}
