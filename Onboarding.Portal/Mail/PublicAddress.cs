using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Mail;

/// <summary>
/// The address under which applicants reach the portal, for links in mails: setting <c>Portal:PublicAddress</c>. Without it
/// the first address that the server listens on: right for one machine, wrong behind a proxy.
/// </summary>
/// <param name="configuration">Where the setting is read from.</param>
/// <param name="server">The server.</param>
public sealed class PublicAddress(IConfiguration configuration, IServer server)
{
    /// <summary>The full address of a path of this portal.</summary>
    /// <exception cref="StartupRefusedException">The setting is no address.</exception>
    public string Of(string path) => new Uri(Root(), path).ToString();

    private Uri Root()
    {
        string? address = configuration["Portal:PublicAddress"] is { Length: > 0 } setting
            ? setting
            : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
                ?? configuration["Portal:Address"];
        return Uri.TryCreate(address, UriKind.Absolute, out Uri? root) && root.Scheme is "http" or "https"
            ? root
            : throw new StartupRefusedException("Portal:PublicAddress is no web address; it looks like https://onboarding.example.");
    }
}
