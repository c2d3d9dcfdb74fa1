using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Onboarding.Core.Documents.Inspection;
using Onboarding.Tests.Support.Files;

namespace Onboarding.Tests.Support;

/// <summary>A server that speaks clamd's protocol, and on request badly.</summary>
public sealed class FakeClamd : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _serving;

    /// <summary>Starts to listen.</summary>
    public FakeClamd()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>What is answered to a stream instead of the truth; null for the truth.</summary>
    public string? Answer { get; set; }

    /// <summary>True to take the stream and never answer.</summary>
    public bool IsSilent { get; set; }

    /// <summary>True to hang up in the middle of the stream.</summary>
    public bool HangsUp { get; set; }

    /// <summary>How many bytes the last stream had.</summary>
    public long Received { get; private set; }

    /// <summary>The length of the largest piece of the last stream.</summary>
    public int LargestPiece { get; private set; }

    /// <summary>How to reach it.</summary>
    public ClamAvSettings Settings(VirusScan mode = VirusScan.Required, int seconds = 10) =>
        new() { Mode = mode, Address = _listener.LocalEndpoint.ToString()!, Patience = TimeSpan.FromSeconds(seconds) };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // The loop ends by the token; a listener that is stopped before it would refuse the next turn of the loop.
        await _closing.CancelAsync();
        await _serving;
        _listener.Stop();
        _closing.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_closing.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
        {
            // It is being closed, or the other side has gone.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        var command = await CommandAsync(stream);
        if (command == "zPING")
        {
            await stream.WriteAsync("PONG\0"u8.ToArray(), _closing.Token);
            return;
        }

        var content = await ContentAsync(stream);
        if (content is null)
        {
            return;
        }

        if (IsSilent)
        {
            // Until the other side loses its patience.
            _ = await stream.ReadAsync(new byte[1], _closing.Token);
            return;
        }

        var truth = content.AsSpan().IndexOf(HostileFiles.Eicar) >= 0 ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0";
        await stream.WriteAsync(Encoding.Latin1.GetBytes(Answer ?? truth), _closing.Token);
    }

    private async Task<byte[]?> ContentAsync(NetworkStream stream)
    {
        using var content = new MemoryStream();
        (Received, LargestPiece) = (0, 0);
        var header = new byte[sizeof(int)];
        while (true)
        {
            await stream.ReadExactlyAsync(header, _closing.Token);
            var length = BinaryPrimitives.ReadInt32BigEndian(header);
            if (length == 0)
            {
                return content.ToArray();
            }

            if (HangsUp)
            {
                return null;
            }

            var piece = new byte[length];
            await stream.ReadExactlyAsync(piece, _closing.Token);
            content.Write(piece);
            (Received, LargestPiece) = (Received + length, Math.Max(LargestPiece, length));
        }
    }

    private async Task<string> CommandAsync(NetworkStream stream)
    {
        var command = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _closing.Token) == 1 && one[0] != 0)
        {
            command.Append((char)one[0]);
        }

        return command.ToString();
    }
}
