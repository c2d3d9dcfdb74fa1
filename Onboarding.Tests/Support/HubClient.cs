using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Onboarding.Portal.Live;
using Onboarding.Portal.Security.Identity;

namespace Onboarding.Tests.Support;

/// <summary>A client of the queue hub that speaks SignalR's JSON protocol over a plain web socket.</summary>
public sealed class HubClient : IAsyncDisposable
{
    private const char EndOfMessage = '\u001e';
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Channel<JsonElement> _messages = Channel.CreateUnbounded<JsonElement>();
    private Task _reading = Task.CompletedTask;

    private readonly QueueConnections _open;
    private readonly int _openBefore;

    private HubClient(QueueConnections open)
    {
        _open = open;
        _openBefore = open.Count;
    }

    /// <summary>Connects as a demo account and waits until the hub counts it in.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="account">Who connects.</param>
    /// <param name="isDeaf">It reads nothing, and has hardly any room for what comes.</param>
    public static async Task<HubClient> ConnectAsync(PortalHost portal, DemoAccount account, bool isDeaf = false)
    {
        HubClient client = new(portal.Started().GetRequiredService<QueueConnections>());
        client._socket.Options.SetRequestHeader("Cookie", await CookieAsync(portal, account));
        if (isDeaf)
        {
            client._socket.Options.KeepAliveInterval = TimeSpan.Zero;
            using SocketsHttpHandler handler = new() { ConnectCallback = ConnectNarrowAsync };
            using HttpMessageInvoker invoker = new(handler, disposeHandler: false);
            await client._socket.ConnectAsync(Address(portal), invoker, client._closing.Token);
        }
        else
        {
            await client._socket.ConnectAsync(Address(portal), client._closing.Token);
        }

        await client.SendAsync("""{"protocol":"json","version":1}""");
        if (!isDeaf)
        {
            client._reading = client.ReadAsync();
            (await client.NextAsync()).EnumerateObject().ShouldBeEmpty();
        }

        // The handshake is answered before the hub has looked the person up.
        SpinWait.SpinUntil(() => client._open.Count > client._openBefore, Patience).ShouldBeTrue();
        return client;
    }

    /// <summary>The status with which the hub refuses a connection without an account.</summary>
    public static async Task<HttpStatusCode> RefusedStatusAsync(PortalHost portal, DemoAccount? account = null)
    {
        using ClientWebSocket socket = new();
        socket.Options.CollectHttpResponseDetails = true;
        if (account is not null)
        {
            socket.Options.SetRequestHeader("Cookie", await CookieAsync(portal, account));
        }

        await Should.ThrowAsync<WebSocketException>(() => socket.ConnectAsync(Address(portal), TestContext.Current.CancellationToken));
        return socket.HttpStatusCode;
    }

    /// <summary>Sends one message of the protocol.</summary>
    public Task SendAsync(string message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + EndOfMessage), WebSocketMessageType.Text, endOfMessage: true, _closing.Token);

    /// <summary>The next message that is not a ping.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using CancellationTokenSource limit = new(Patience);
        return await _messages.Reader.ReadAsync(limit.Token);
    }

    /// <summary>The arguments of the next <c>caseChanged</c>.</summary>
    public async Task<CaseChangedMessage> NextChangeAsync()
    {
        JsonElement message = await NextAsync();
        message.GetProperty("target").GetString().ShouldBe(QueueHub.CaseChanged);
        return message.GetProperty("arguments")[0].Deserialize<CaseChangedMessage>(JsonSerializerOptions.Web).ShouldNotBeNull();
    }

    /// <summary>Completes when the server has ended the connection.</summary>
    public Task ClosedAsync() => _reading.WaitAsync(Patience);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _reading;
        _socket.Dispose();
        _closing.Dispose();

        // So that the next client is not taken for this one.
        SpinWait.SpinUntil(() => _open.Count <= _openBefore, Patience).ShouldBeTrue();
    }

    private static async ValueTask<Stream> ConnectNarrowAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 1024 };
        await socket.ConnectAsync(context.DnsEndPoint, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static Uri Address(PortalHost portal) => new UriBuilder(new Uri(portal.Address, QueueHub.Path)) { Scheme = "ws" }.Uri;

    // The cookie that the sign-in page would have set, without its form.
    internal static async Task<string> CookieAsync(PortalHost portal, DemoAccount account)
    {
        await using AsyncServiceScope scope = portal.Started().CreateAsyncScope();
        StaffAccount found = (await scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>().FindByNameAsync(account.UserName)).ShouldNotBeNull();
        ClaimsPrincipal person = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<StaffAccount>>().CreateAsync(found);
        CookieAuthenticationOptions cookie = scope.ServiceProvider
            .GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        AuthenticationProperties properties = new() { IssuedUtc = now, ExpiresUtc = now.AddHours(1) };
        return $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(new AuthenticationTicket(person, properties, IdentityConstants.ApplicationScheme))}";
    }

    private async Task ReadAsync()
    {
        byte[] buffer = new byte[16 * 1024];
        StringBuilder text = new();
        try
        {
            while (true)
            {
                WebSocketReceiveResult received = await _socket.ReceiveAsync(buffer, _closing.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                text.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
                Split(text);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // Ended by the server, or by this client.
        }
    }

    private void Split(StringBuilder text)
    {
        string[] parts = text.ToString().Split(EndOfMessage);
        text.Clear().Append(parts[^1]);
        foreach (string part in parts[..^1])
        {
            JsonElement message = JsonDocument.Parse(part).RootElement;
            if (!message.TryGetProperty("type", out JsonElement type) || type.GetInt32() != 6)
            {
                _messages.Writer.TryWrite(message);
            }
        }
    }
}
