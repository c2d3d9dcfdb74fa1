using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Documents;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Features.Uploading;
using Onboarding.Portal.Security;
using Onboarding.Portal.Security.Identity;

namespace Onboarding.Tests.Support;

/// <summary>Sends files as the script of the page does: the antiforgery token and the ticket of a page that was opened, and the body as it is.</summary>
public sealed class FileSender : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly PortalHost _host;
    private readonly HttpClient _client;

    private FileSender(PortalHost host, HttpClient client, string antiforgery)
    {
        (_host, _client, Antiforgery) = (host, client, antiforgery);
    }

    /// <summary>The token of the page.</summary>
    public string Antiforgery { get; set; }

    /// <summary>The client, with the cookies of the visitor.</summary>
    public HttpClient Client => _client;

    /// <summary>A visitor who opened a page, signed in as a demo account of the role or not at all.</summary>
    public static async Task<FileSender> OpenAsync(PortalHost host, ActorRole? role = null)
    {
        ArgumentNullException.ThrowIfNull(host);
        CookieContainer cookies = new();
        HttpClient client = new(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false, MaxConnectionsPerServer = 64 }) { BaseAddress = host.Address };
        if (role is { } known)
        {
            string[] pair = (await HubClient.CookieAsync(host, Demo.Account(known))).Split('=', 2);
            cookies.Add(host.Address, new Cookie(pair[0], pair[1]));
        }

        using HttpResponseMessage page = await client.GetAsync(new Uri(role is null ? AccountUrls.SignIn : AccountUrls.ChangePassword, UriKind.Relative));
        IHtmlInputElement token = (await PortalVisitor.ReadAsync(page)).QuerySelector("input[name='__RequestVerificationToken']").ShouldBeAssignableTo<IHtmlInputElement>().ShouldNotBeNull();
        return new FileSender(host, client, token.Value);
    }

    /// <summary>The demo account of a role, to give it work.</summary>
    public static async Task<Actor> ActorAsync(PortalHost host, ActorRole role)
    {
        ArgumentNullException.ThrowIfNull(host);
        await using AsyncServiceScope scope = host.Started().CreateAsyncScope();
        StaffAccount account = (await scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>().FindByNameAsync(Demo.Account(role).UserName)).ShouldNotBeNull();
        return (await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<StaffAccount>>().CreateAsync(account)).ToActor();
    }

    /// <summary>The ticket of a page that shows a widget for this place.</summary>
    public string Ticket(UploadPlace place) => _host.Services.GetRequiredService<UploadTickets>().Issue(place);

    /// <summary>Sends a file.</summary>
    public Task<HttpResponseMessage> SendAsync(UploadPlace place, byte[] content, Guid? uploadId = null, DocumentKind kind = DocumentKind.IdentityCard, string name = "ktp foto.png", Guid? replacement = null) =>
        SendAsync(place.Door, Ticket(place), new ByteArrayContent(content), uploadId, kind, name, replacement);

    /// <summary>Sends a body to a door.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        UploadDoor door, string? ticket, HttpContent content, Guid? uploadId = null, DocumentKind kind = DocumentKind.IdentityCard, string name = "ktp foto.png", Guid? replacement = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, UploadRoutes.Of(door)) { Content = content };
        request.Headers.Add("RequestVerificationToken", Antiforgery);
        request.Headers.Add("Upload-Ticket", ticket ?? "none");
        request.Headers.Add("Upload-Id", (uploadId ?? NewId()).ToString("D"));
        request.Headers.Add("Upload-Kind", kind.ToString());
        request.Headers.Add("Upload-Name", Uri.EscapeDataString(name));
        if (replacement is { } sending)
        {
            request.Headers.Add("Upload-Replacement", sending.ToString("D"));
        }

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A number for a file.</summary>
    public static Guid NewId() => Guid.CreateVersion7(CoreHost.Start.AddTicks(Random.Shared.NextInt64(TimeSpan.TicksPerDay)));

    /// <summary>What the portal says of a file.</summary>
    public static async Task<UploadAnswer> ReadAsync(HttpResponseMessage answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return (await answer.Content.ReadFromJsonAsync<UploadAnswer>(Json, TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
