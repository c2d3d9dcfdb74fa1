namespace Onboarding.Core.Documents.Inspection;

/// <summary>What the virus scanner is for.</summary>
public enum VirusScan
{
    /// <summary>There is none.</summary>
    Off = 1,

    /// <summary>Files are scanned while it answers, and taken without it while it does not.</summary>
    WhenAvailable,

    /// <summary>A file that was not scanned waits until it was.</summary>
    Required,
}

/// <summary>How the virus scanner clamd is reached.</summary>
public sealed class ClamAvSettings
{
    /// <summary>What it is for.</summary>
    public VirusScan Mode { get; set; } = VirusScan.Off;

    /// <summary>Path of its socket, or host and port as in <c>127.0.0.1:3310</c>.</summary>
    public string Address { get; set; } = "/run/clamav/clamd.ctl";

    /// <summary>How long one file may take.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);
}
