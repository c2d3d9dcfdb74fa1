namespace Onboarding.Portal.Features.Cases;

/// <summary>What the case page writes to the log. No personal data, no file names.</summary>
internal static partial class CaseLog
{
    /// <summary>An upload that did not come to its end.</summary>
    [LoggerMessage(EventId = 4101, Level = LogLevel.Information, Message = "An upload of a document ended early.")]
    public static partial void UploadBroken(ILogger logger, Exception exception);
}
