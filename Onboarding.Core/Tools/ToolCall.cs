namespace Onboarding.Core.Tools;

/// <summary>How much one call of a tool may cost.</summary>
/// <param name="Time">Time on the wall; also the most seconds of computing, rounded up.</param>
/// <param name="Memory">Address space, in bytes. It counts what is reserved, so it lies well above what is used.</param>
/// <param name="FileSize">Greatest file that the tool may write, in bytes.</param>
/// <param name="Output">The most that it may print, in bytes.</param>
public sealed record ToolLimits(TimeSpan Time, long Memory, long FileSize, int Output)
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>Enough for the largest file that is accepted.</summary>
    public static ToolLimits Usual { get; } = new(TimeSpan.FromSeconds(30), 3072L * Megabyte, 256L * Megabyte, Megabyte);
}

/// <summary>One call of a tool, inside a private folder.</summary>
/// <param name="Tool">Which.</param>
/// <param name="Folder">Its working directory, home and place for temporary files.</param>
/// <param name="Arguments">The arguments, one by one; no shell ever reads them. Files are named relative to the folder.</param>
/// <param name="Limits">How much it may cost.</param>
public sealed record ToolCall(ExternalTool Tool, ToolFolder Folder, IReadOnlyList<string> Arguments, ToolLimits Limits);

/// <summary>How a call ended.</summary>
public enum ToolEnding
{
    /// <summary>The tool ended by itself, or met one of its limits; its exit code says how it went.</summary>
    Finished = 1,

    /// <summary>It took too long and was ended with everything it had started.</summary>
    TimedOut,

    /// <summary>It printed more than it may and was ended.</summary>
    TooMuchOutput,

    /// <summary>The tool, or what limits it, is not installed.</summary>
    Missing,
}

/// <summary>What came of a call.</summary>
/// <param name="Ending">How it ended.</param>
/// <param name="ExitCode">The exit code of a finished call; meaningless otherwise.</param>
/// <param name="Output">What it printed, at most as much as its limit.</param>
public sealed record ToolOutcome(ToolEnding Ending, int ExitCode, ReadOnlyMemory<byte> Output)
{
    private const int FirstSignal = 128;

    /// <summary>True when the tool did what it was asked to do.</summary>
    public bool IsGood => Ending == ToolEnding.Finished && ExitCode == 0;

    /// <summary>True when it was ended for what it cost, by the portal or by the kernel, which answers with a signal.</summary>
    public bool WasStopped => Ending is ToolEnding.TimedOut or ToolEnding.TooMuchOutput || (Ending == ToolEnding.Finished && ExitCode > FirstSignal);

    /// <summary>Says how it ended; what a tool prints may quote the file of an applicant.</summary>
    public override string ToString() => $"{Ending} {ExitCode}";
}
