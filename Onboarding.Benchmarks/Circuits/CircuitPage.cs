using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Onboarding.Benchmarks.Circuits;

/// <summary>
/// A page of the portal without a browser: fetches the document, opens the circuit as the script of the framework does, starts the page's components,
/// answers calls of scripts and acknowledges every picture that the server draws. What it does not do is to draw.
/// </summary>
internal sealed partial class CircuitPage : IAsyncDisposable
{
    private const int Invocation = 1;
    private const int Completion = 3;
    private const int ScriptObject = 1;

    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(12);

    private readonly CircuitSocket _socket = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<long, ReadOnlyMemory<byte>> _drawn;
    private ITimer? _life;
    private Task _reading = Task.CompletedTask;
    private string _circuit = string.Empty;

    private CircuitPage(Action<long, ReadOnlyMemory<byte>> drawn) => _drawn = drawn;

    /// <summary>Bytes of pictures so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Completes when the server has ended the circuit; an error of the page is its failure.</summary>
    public Task Ended => _reading;

    /// <summary>Opens a page.</summary>
    /// <param name="client">Speaks to the portal.</param>
    /// <param name="cookie">Who is signed in.</param>
    /// <param name="path">The page.</param>
    /// <param name="drawn">Told of each picture: when it came (see <see cref="Stopwatch.GetTimestamp"/>) and its bytes, which are good for the call alone.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<CircuitPage> OpenAsync(HttpClient client, string cookie, string path, Action<long, ReadOnlyMemory<byte>> drawn, CancellationToken cancellationToken)
    {
        CircuitPage page = new(drawn);
        try
        {
            await page.StartAsync(client, cookie, path, cancellationToken);
            return page;
        }
        catch
        {
            await page.DisposeAsync();
            throw;
        }
    }

    /// <summary>Leaves the page as a browser does: the server lets go of the circuit at once.</summary>
    public async Task LeaveAsync(HttpClient client, CancellationToken cancellationToken)
    {
        using MultipartFormDataContent form = new() { { new StringContent(_circuit), "circuitId" } };
        using var answer = await client.PostAsync(new Uri("_blazor/disconnect", UriKind.Relative), form, cancellationToken);
        answer.EnsureSuccessStatusCode();
        await DisposeAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_life is not null)
        {
            await _life.DisposeAsync();
        }

        if (!_closing.IsCancellationRequested)
        {
            await _closing.CancelAsync();
        }

        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _socket.DisposeAsync();
    }

    private async Task StartAsync(HttpClient client, string cookie, string path, CancellationToken cancellationToken)
    {
        var (markers, state) = await DocumentAsync(client, cookie, path, cancellationToken);
        using HttpRequestMessage negotiate = new(HttpMethod.Post, "_blazor/negotiate?negotiateVersion=1") { Headers = { { "Cookie", cookie } } };
        using var answer = await client.SendAsync(negotiate, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var agreed = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        var token = agreed.GetProperty("connectionToken").GetString()!;
        await _socket.ConnectAsync(new UriBuilder(new Uri(client.BaseAddress!, "_blazor")) { Scheme = "ws", Query = $"id={Uri.EscapeDataString(token)}" }.Uri, cookie, cancellationToken);
        _reading = Task.Run(ReadAsync, CancellationToken.None);
        _life = TimeProvider.System.CreateTimer(_ => Send(MessagePackWriter.Ping()), null, SignOfLife, SignOfLife);
        Send(MessagePackWriter.Invocation("StartCircuit", "0", client.BaseAddress!.ToString(), new Uri(client.BaseAddress, path).ToString(), "[]", state));
        await await Task.WhenAny(_started.Task, _reading).WaitAsync(cancellationToken);
        var operations = markers.Select((marker, index) => $$"""{"type":"add","ssrComponentId":{{index + 1}},"marker":{{marker}}}""");
        Send(MessagePackWriter.Invocation("UpdateRootComponents", null, $$"""{"batchId":1,"operations":[{{string.Join(',', operations)}}]}""", state));
    }

    private static async Task<(IReadOnlyList<string> Markers, string State)> DocumentAsync(HttpClient client, string cookie, string path, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path.TrimStart('/')) { Headers = { { "Cookie", cookie } } };
        using var answer = await client.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var document = await answer.Content.ReadAsStringAsync(cancellationToken);
        var markers = Marker().Matches(document).Select(match => match.Groups[1].Value).ToList();
        return markers.Count == 0
            ? throw new InvalidOperationException($"{path} has no interactive component: was it the sign-in page?")
            : (markers, State().Match(document).Groups[1].Value);
    }

    private async Task ReadAsync()
    {
        try
        {
            while (!_closing.IsCancellationRequested)
            {
                var message = await _socket.ReceiveAsync(_closing.Token);
                if (message.IsEmpty)
                {
                    return;
                }

                Take(message);
            }
        }
        catch (Exception exception) when (_closing.IsCancellationRequested && exception is OperationCanceledException or System.Net.WebSockets.WebSocketException)
        {
            // Closed from this side.
        }
    }

    private void Take(ReadOnlyMemory<byte> message)
    {
        var at = Stopwatch.GetTimestamp();
        MessagePackReader reader = new(message.Span);
        reader.Array();
        var kind = reader.Integer();
        if (kind is not (Invocation or Completion))
        {
            return;
        }

        reader.Skip();
        var invocation = reader.Text();
        if (kind == Completion)
        {
            if (invocation == "0" && reader.Integer() == 3 && reader.Text() is { } circuit)
            {
                _circuit = circuit;
                _started.TrySetResult();
            }

            return;
        }

        var target = reader.Text();
        reader.Array();
        switch (target)
        {
            case "JS.RenderBatch":
                var batch = reader.Integer();
                Bytes += message.Length;
                _drawn(at, message);
                Send(MessagePackWriter.Invocation("OnRenderCompleted", null, batch, null));
                break;
            case "JS.BeginInvokeJS":
                AnswerScript(ref reader);
                break;
            case "JS.Error":
                throw new InvalidOperationException($"The page failed: {reader.Text()}");
        }
    }

    private void AnswerScript(ref MessagePackReader reader)
    {
        var task = reader.Integer();
        reader.Skip();
        reader.Skip();
        var wanted = reader.Integer();
        if (task != 0)
        {
            var value = wanted == ScriptObject ? """{"__jsObjectId":1}""" : "null";
            Send(MessagePackWriter.Invocation("EndInvokeJSFromDotNet", null, task, true, $"[{task},true,{value}]"));
        }
    }

    private void Send(byte[] message) => _ = SendAsync(message);

    private async Task SendAsync(byte[] message)
    {
        try
        {
            await _socket.SendAsync(message, _closing.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or System.Net.WebSockets.WebSocketException or ObjectDisposedException)
        {
            // The circuit has ended; whoever waits for it learns that from the reading.
        }
    }

    [GeneratedRegex("<!--Blazor:(?<marker>\\{[^>]*\\})-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>[^>]*?)-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex State();
}
