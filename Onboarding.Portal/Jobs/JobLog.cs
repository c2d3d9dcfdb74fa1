namespace Onboarding.Portal.Jobs;

/// <summary>What jobs log.</summary>
internal static partial class JobLog
{
    [LoggerMessage(3101, LogLevel.Information, "{Job} handled {Count}")]
    public static partial void Handled(ILogger log, string job, int count);

    [LoggerMessage(3103, LogLevel.Error, "The storage has no file {File}, which a document needs")]
    public static partial void FileMissing(ILogger log, Guid file);

    [LoggerMessage(3102, LogLevel.Error, "{Job} failed after {Count}: {Failure}")]
    public static partial void Failed(ILogger log, string job, int count, string failure);
}
