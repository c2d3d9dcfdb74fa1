using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Onboarding.Portal.Features.Account;

namespace Onboarding.Tests.Support;

/// <summary>A person with a browser that runs no script: follows no redirect by itself, keeps cookies, fills in forms.</summary>
public sealed class PortalVisitor : IDisposable
{
    private readonly HttpClient _client;

    /// <summary>Somebody who has never been here.</summary>
    public PortalVisitor(PortalHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        Cookies = new CookieContainer();
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false })
        {
            BaseAddress = host.Address,
        };
    }

    /// <summary>The cookies of this browser.</summary>
    public CookieContainer Cookies { get; }

    /// <summary>The client, for requests that no form makes.</summary>
    public HttpClient Client => _client;

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    /// <summary>Opens an address.</summary>
    public Task<HttpResponseMessage> GetAsync(string address) => _client.GetAsync(new Uri(address, UriKind.Relative));

    /// <summary>Opens a page and reads it.</summary>
    public async Task<IHtmlDocument> ReadAsync(string address)
    {
        using HttpResponseMessage answer = await GetAsync(address);
        return await ReadAsync(answer);
    }

    /// <summary>Reads the page of an answer.</summary>
    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Opens a page and sends its form, hidden fields included, with these values by the inputs' ids.</summary>
    public async Task<HttpResponseMessage> SendFormAsync(string address, params (string Id, string Value)[] values)
    {
        IHtmlDocument page = await ReadAsync(address);
        IHtmlFormElement form = page.QuerySelector<IHtmlFormElement>("main form").ShouldNotBeNull();
        foreach ((string id, string value) in values)
        {
            page.GetElementById(id).ShouldBeAssignableTo<IHtmlInputElement>()!.Value = value;
        }

        Dictionary<string, string> fields = form.Elements.OfType<IHtmlInputElement>()
            .Where(input => input.Name is { Length: > 0 })
            .ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
        return await PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : address, fields);
    }

    /// <summary>Sends fields without having seen a form.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, IReadOnlyDictionary<string, string> fields)
    {
        using FormUrlEncodedContent content = new(fields);
        return await _client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    /// <summary>Sends the sign-in form; the answer is a redirect when it was accepted.</summary>
    public Task<HttpResponseMessage> SignInAsync(string userName, string password, string address = AccountUrls.SignIn) =>
        SendFormAsync(address, ("user-name", userName), ("password", password));
}
