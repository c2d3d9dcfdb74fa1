using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Onboarding.Core.Documents.Inspection;

/// <summary>What the virus scanner said of a file.</summary>
public enum ScanResult
{
    /// <summary>It knows nothing bad of it.</summary>
    Clean = 1,

    /// <summary>It recognised it.</summary>
    Infected,

    /// <summary>It did not answer, not in time, or nothing that it is supposed to answer.</summary>
    NoAnswer,
}

/// <summary>An answer of the virus scanner.</summary>
/// <param name="Result">What it said.</param>
/// <param name="Finding">The name of what it recognised, else empty.</param>
public sealed record ScanAnswer(ScanResult Result, string Finding = "");

/// <summary>
/// Speaks with clamd over its socket. A file is sent in pieces (INSTREAM), so clamd needs no access to the portal's folders.
/// Whatever does not clearly say "clean" is not clean: an answer that is cut off or unknown counts as none.
/// </summary>
/// <param name="settings">How to reach it.</param>
public sealed class ClamAvScanner(ClamAvSettings settings)
{
    private const int PieceSize = 64 * 1024;
    private const int LongestAnswer = 1024;
    private const int LongestFinding = 100;

    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(3);

    /// <summary>What the scanner is for.</summary>
    public VirusScan Mode => settings.Mode;

    /// <summary>Lets clamd look into a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the scan.</param>
    public Task<ScanAnswer> ScanAsync(string path, CancellationToken cancellationToken) => AskAsync(
        async (clamd, token) =>
        {
            await clamd.WriteAsync("zINSTREAM\0"u8.ToArray(), token);
            await SendAsync(clamd, path, token);
            return Read(await AnswerAsync(clamd, token));
        },
        settings.Patience,
        new ScanAnswer(ScanResult.NoAnswer),
        cancellationToken);

    /// <summary>True when clamd is there and ready.</summary>
    /// <param name="cancellationToken">Ends the question.</param>
    public Task<bool> IsThereAsync(CancellationToken cancellationToken) => AskAsync(
        async (clamd, token) =>
        {
            await clamd.WriteAsync("zPING\0"u8.ToArray(), token);
            return string.Equals(await AnswerAsync(clamd, token), "PONG", StringComparison.Ordinal);
        },
        ConnectPatience,
        otherwise: false,
        cancellationToken);

    private static async Task SendAsync(NetworkStream clamd, string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        var piece = new byte[sizeof(int) + PieceSize];
        int length;
        do
        {
            length = await file.ReadAsync(piece.AsMemory(sizeof(int)), cancellationToken);
            BinaryPrimitives.WriteInt32BigEndian(piece, length);
            await clamd.WriteAsync(piece.AsMemory(0, sizeof(int) + length), cancellationToken);
        }
        while (length > 0);
    }

    // An answer ends with a zero byte; one without was cut off.
    private static async Task<string> AnswerAsync(NetworkStream clamd, CancellationToken cancellationToken)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        while (length < answer.Length && await clamd.ReadAsync(answer.AsMemory(length), cancellationToken) is > 0 and var count)
        {
            length += count;
            if (answer.AsSpan(0, length).IndexOf((byte)0) is >= 0 and var end)
            {
                return Encoding.Latin1.GetString(answer, 0, end);
            }
        }

        return string.Empty;
    }

    private static ScanAnswer Read(string answer)
    {
        const string Prefix = "stream: ";
        const string Found = " FOUND";
        if (answer == Prefix + "OK")
        {
            return new ScanAnswer(ScanResult.Clean);
        }

        if (!answer.StartsWith(Prefix, StringComparison.Ordinal) || !answer.EndsWith(Found, StringComparison.Ordinal) || answer.Length <= Prefix.Length + Found.Length)
        {
            return new ScanAnswer(ScanResult.NoAnswer);
        }

        // A name from outside that is shown and recorded: printable characters only, and not endless.
        var name = string.Concat(answer[Prefix.Length..^Found.Length].Select(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-' ? sign : '_'));
        return new ScanAnswer(ScanResult.Infected, name[..Math.Min(name.Length, LongestFinding)]);
    }

    private async Task<T> AskAsync<T>(Func<NetworkStream, CancellationToken, Task<T>> talk, TimeSpan patience, T otherwise, CancellationToken cancellationToken)
    {
        // clamd lives in the time of the world, whatever clock a test gives the portal.
        using var timeout = new CancellationTokenSource(patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var socket = await ConnectAsync(either.Token);
            await using var clamd = new NetworkStream(socket);
            return await talk(clamd, either.Token);
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return otherwise;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return otherwise;
        }
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(ConnectPatience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var isPath = settings.Address.StartsWith('/');
        var socket = isPath
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (isPath)
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(settings.Address), either.Token);
            }
            else
            {
                var colon = settings.Address.LastIndexOf(':');
                await socket.ConnectAsync(settings.Address[..colon], int.Parse(settings.Address.AsSpan(colon + 1), CultureInfo.InvariantCulture), either.Token);
            }

            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
