using System.Globalization;
using System.Runtime.InteropServices;

namespace Onboarding.Benchmarks.Results;

/// <summary>On what the figures were measured, and how busy it was.</summary>
/// <param name="Processor">The processor as the system names it.</param>
/// <param name="Cores">Logical processors.</param>
/// <param name="MemoryGiB">Memory in GiB.</param>
/// <param name="System">Operating system.</param>
/// <param name="Runtime">.NET.</param>
/// <param name="Configuration">Debug or Release.</param>
internal sealed record Machine(string Processor, int Cores, double MemoryGiB, string System, string Runtime, string Configuration)
{
    private const double BytesInGiB = 1024d * 1024 * 1024;
    private const string LoadFile = "/proc/loadavg";
    private const string ProcessorFile = "/proc/cpuinfo";

    /// <summary>This machine.</summary>
    public static Machine Describe() => new(
        ProcessorName(),
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / BytesInGiB,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
#if DEBUG
        "Debug");
#else
        "Release");
#endif

    /// <summary>How many threads wanted a processor in the last minute; null where the system does not tell.</summary>
    public static double? Load() => File.Exists(LoadFile) && double.TryParse(File.ReadAllText(LoadFile).Split(' ')[0], CultureInfo.InvariantCulture, out var load) ? load : null;

    private static string ProcessorName() => File.Exists(ProcessorFile)
        ? File.ReadLines(ProcessorFile).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[^1].Trim() ?? "unknown"
        : "unknown";
}
