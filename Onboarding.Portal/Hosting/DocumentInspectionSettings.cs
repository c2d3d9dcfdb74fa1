using System.Globalization;
using Onboarding.Core.Documents.Inspection;
using Onboarding.Core.Tools;

namespace Onboarding.Portal.Hosting;

/// <summary>Reads where the programs are that look into documents, and how the virus scanner is reached.</summary>
internal static class DocumentInspectionSettings
{
    private const string WorkFolder = "work";
    private const int MostParallel = 64;
    private const int MostSeconds = 600;

    /// <summary>Section "Tools".</summary>
    /// <exception cref="StartupRefusedException">A setting cannot be used.</exception>
    public static ToolSettings Tools(IConfiguration configuration, DataFolder data)
    {
        ToolSettings settings = new() { Folder = configuration["Tools:Folder"] is { Length: > 0 } folder ? folder : data.Folder(WorkFolder) };
        settings.Parallel = Number("Tools:Parallel", configuration["Tools:Parallel"], settings.Parallel, MostParallel);
        settings.Paths = Enum.GetValues<ExternalTool>()
            .Select(tool => (Name: tool.ProgramName(), Path: configuration[$"Tools:Paths:{tool.ProgramName()}"]))
            .Where(entry => !string.IsNullOrEmpty(entry.Path))
            .ToDictionary(entry => entry.Name, entry => entry.Path!, StringComparer.Ordinal);
        return settings;
    }

    /// <summary>Section "ClamAv".</summary>
    /// <exception cref="StartupRefusedException">A setting cannot be used.</exception>
    public static ClamAvSettings ClamAv(IConfiguration configuration)
    {
        ClamAvSettings settings = new();
        if (configuration["ClamAv:Mode"] is { Length: > 0 } mode)
        {
            settings.Mode = Enum.TryParse(mode, ignoreCase: true, out VirusScan known) && Enum.IsDefined(known)
                ? known
                : throw new StartupRefusedException("ClamAv:Mode is Off, WhenAvailable or Required.");
        }

        if (configuration["ClamAv:Address"] is { Length: > 0 } address)
        {
            settings.Address = IsAddress(address)
                ? address
                : throw new StartupRefusedException("ClamAv:Address is the full path of clamd's socket, or host and port as in 127.0.0.1:3310.");
        }

        int seconds = Number("ClamAv:TimeoutSeconds", configuration["ClamAv:TimeoutSeconds"], (int)settings.Patience.TotalSeconds, MostSeconds);
        settings.Patience = TimeSpan.FromSeconds(seconds);
        return settings;
    }

    private static bool IsAddress(string address) =>
        address.StartsWith('/')
        || (address.LastIndexOf(':') is > 0 and var colon && ushort.TryParse(address.AsSpan(colon + 1), CultureInfo.InvariantCulture, out ushort port) && port > 0);

    private static int Number(string name, string? text, int otherwise, int most)
    {
        if (string.IsNullOrEmpty(text))
        {
            return otherwise;
        }

        return int.TryParse(text, CultureInfo.InvariantCulture, out int number) && number > 0 && number <= most ? number : throw new StartupRefusedException($"{name} is a number from 1 to {most}.");
    }
}
