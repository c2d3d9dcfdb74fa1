using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Onboarding.Tests.Support;

/// <summary>How a mail server of the tests behaves.</summary>
public enum SmtpManner
{
    /// <summary>Takes every mail.</summary>
    Accepts,

    /// <summary>Refuses every recipient.</summary>
    RefusesRecipient,

    /// <summary>Asks every recipient's mail to come later.</summary>
    PutsRecipientOff,

    /// <summary>Is too busy to talk.</summary>
    Busy,

    /// <summary>Takes the connection and says nothing.</summary>
    Silent,
}

/// <summary>A mail server on a free port of the loopback interface: real SMTP over a real socket.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _mails = [];
    private readonly Task _serving;

    /// <summary>Starts it.</summary>
    public SmtpServer(SmtpManner manner)
    {
        Manner = manner;
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>How it behaves from now on.</summary>
    public SmtpManner Manner { get; set; }

    /// <summary>Its port.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The mails it has taken, with headers.</summary>
    public IReadOnlyCollection<string> Mails => _mails;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // The loop first: it must not ask a listener that has stopped.
        await _stop.CancelAsync();
        await _serving;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = TalkAsync(client);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using StreamReader reader = new(client.GetStream(), Encoding.UTF8);
                await using StreamWriter writer = new(client.GetStream(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\r\n", AutoFlush = true };
                if (Manner == SmtpManner.Silent)
                {
                    await reader.ReadLineAsync(_stop.Token);
                    return;
                }

                await writer.WriteLineAsync(Manner == SmtpManner.Busy ? "421 busy" : "220 test");
                while (await reader.ReadLineAsync(_stop.Token) is { } line && await AnswerAsync(line, reader, writer))
                {
                    // Each line is answered as it comes.
                }
            }
            catch (Exception failure) when (failure is OperationCanceledException or IOException)
            {
                // The other side left, or the test is over.
            }
        }
    }

    private async Task<bool> AnswerAsync(string line, StreamReader reader, StreamWriter writer)
    {
        string verb = line.Split(' ')[0].ToUpperInvariant();
        switch (verb)
        {
            case "RCPT" when Manner == SmtpManner.RefusesRecipient:
                await writer.WriteLineAsync("550 5.1.1 nobody here");
                return true;
            case "RCPT" when Manner == SmtpManner.PutsRecipientOff:
                await writer.WriteLineAsync("450 4.2.0 later");
                return true;
            case "DATA":
                await writer.WriteLineAsync("354 go on");
                StringBuilder mail = new();
                while (await reader.ReadLineAsync(_stop.Token) is { } part && part != ".")
                {
                    mail.AppendLine(part);
                }

                _mails.Enqueue(mail.ToString());
                await writer.WriteLineAsync("250 taken");
                return true;
            case "QUIT":
                await writer.WriteLineAsync("221 bye");
                return false;
            default:
                await writer.WriteLineAsync("250 fine");
                return true;
        }
    }
}
