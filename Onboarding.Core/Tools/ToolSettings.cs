namespace Onboarding.Core.Tools;

/// <summary>Where the tools are and how many may run.</summary>
public sealed class ToolSettings
{
    /// <summary>
    /// Folder in which each call gets a private folder of its own. Content of applicants lies there unencrypted for the moment of
    /// the call, so it belongs on a disk that is local, better in memory.
    /// </summary>
    public string Folder { get; set; } = "";

    /// <summary>Full paths of programs that are not to be searched for, by name; a path where nothing is means "absent".</summary>
    public IReadOnlyDictionary<string, string> Paths { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The most that run at the same time; others wait in line.</summary>
    public int Parallel { get; set; } = Math.Max(2, Environment.ProcessorCount);
}
