using System.Net;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Security.Identity;

/// <summary>
/// Whether the portal shows itself with accounts that everybody knows: setting <c>Demo:Enabled</c>. It then listens on
/// this machine only, unless <c>Demo:AllowRemote</c> says that others may come.
/// </summary>
/// <param name="IsEnabled">Demo mode is on.</param>
public sealed record DemoMode(bool IsEnabled)
{
    /// <summary>Reads the setting and refuses a demo that others could reach.</summary>
    /// <exception cref="StartupRefusedException">Demo mode would listen beyond this machine.</exception>
    public static DemoMode From(IConfiguration configuration)
    {
        bool isEnabled = configuration.GetValue("Demo:Enabled", defaultValue: false);
        if (isEnabled
            && !configuration.GetValue("Demo:AllowRemote", defaultValue: false)
            && ListensTo(configuration).FirstOrDefault(address => !IsThisMachine(address)) is { } remote)
        {
            throw new StartupRefusedException(
                $"Demo mode has accounts with a known password, and {remote} can be reached from other machines. "
                + "Listen on 127.0.0.1, switch Demo:Enabled off, or set Demo:AllowRemote to true.");
        }

        return new DemoMode(isEnabled);
    }

    /// <summary>Every address that the settings make the server listen on.</summary>
    private static IEnumerable<string> ListensTo(IConfiguration configuration)
    {
        IEnumerable<string> addresses = Split(configuration[WebHostDefaults.ServerUrlsKey])
            .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren()
                .Select(endpoint => endpoint["Url"]).OfType<string>());
        // A port without a host means every network card.
        IEnumerable<string> ports = Split(configuration[WebHostDefaults.HttpPortsKey])
            .Concat(Split(configuration[WebHostDefaults.HttpsPortsKey]))
            .Select(port => $"http://*:{port}");
        return addresses.Concat(ports);
    }

    private static string[] Split(string? list) =>
        (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsThisMachine(string address)
    {
        BindingAddress binding = BindingAddress.Parse(address);
        return binding.IsUnixPipe
            || string.Equals(binding.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(binding.Host, out IPAddress? ip) && IPAddress.IsLoopback(ip));
    }
}
