namespace Onboarding.Portal.Features.Uploading;

/// <summary>What uploads write to the log. No personal data, no file names.</summary>
internal static partial class UploadLog
{
    /// <summary>An upload that did not come to its end.</summary>
    [LoggerMessage(EventId = 4101, Level = LogLevel.Information, Message = "An upload of a document ended early.")]
    public static partial void Broken(ILogger logger, Exception exception);
}
