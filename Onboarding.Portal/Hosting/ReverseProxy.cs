using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Onboarding.Portal.Hosting;

/// <summary>
/// The proxy that ends TLS in front of the portal: setting <c>Proxy:Trusted</c>, addresses or networks (CIDR) separated by
/// commas. Its word is taken for who the visitor is and whether they came by HTTPS. Without it every visitor would share the
/// proxy's address, and with it the limits on sign-in; without the list anybody could claim to be somebody else.
/// </summary>
internal static class ReverseProxy
{
    /// <summary>Takes the visitor's address and scheme from the trusted proxies, if any are named.</summary>
    /// <exception cref="StartupRefusedException">The setting holds something that is no address and no network.</exception>
    public static void UseTrustedProxies(this WebApplication app)
    {
        string[] trusted = (app.Configuration["Proxy:Trusted"] ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (trusted.Length == 0)
        {
            return;
        }

        ForwardedHeadersOptions options = new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        // The framework trusts this machine by default; here only the list counts.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (string one in trusted)
        {
            if (IPAddress.TryParse(one, out IPAddress? address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(one, out System.Net.IPNetwork network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new StartupRefusedException($"Proxy:Trusted holds \"{one}\", which is neither an address nor a network such as 10.0.0.0/8.");
            }
        }

        app.UseForwardedHeaders(options);
    }
}
