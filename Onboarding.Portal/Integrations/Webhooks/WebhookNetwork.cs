using System.Net;
using System.Net.Sockets;

namespace Onboarding.Portal.Integrations.Webhooks;

/// <summary>An address that webhooks may not reach.</summary>
public sealed class AddressNotAllowedException() : Exception("The address lies in a network that webhooks may not reach.");

/// <summary>
/// Keeps webhooks out of our own network: a partner chooses where they go, and must not choose the database, the metadata
/// service of a cloud or a printer. What counts is the address that the name leads to at the moment of connecting, so a
/// name that changes its mind gains nothing.
/// </summary>
/// <param name="settings">Which exceptions there are.</param>
internal sealed class WebhookNetwork(WebhookSettings settings)
{
    // What is not the public internet (IANA special-purpose registries). ::/96 and ::ffff:0:0/96 are IPv4 in other clothes.
    private static readonly System.Net.IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(System.Net.IPNetwork.Parse),
    ];

    /// <summary>Whether webhooks may go to this address.</summary>
    public bool Allows(IPAddress address)
    {
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain))
        {
            return settings.AllowLoopback;
        }

        return !NotPublic.Any(network => network.Contains(plain)) || settings.Networks.Any(network => network.Contains(plain));
    }

    /// <summary>Connects to the first allowed address of a name. One that is not allowed among them ends it: such a name is no honest one.</summary>
    /// <exception cref="AddressNotAllowedException">The name leads to where webhooks may not go.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        if (!addresses.All(Allows))
        {
            throw new AddressNotAllowedException();
        }

        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
