namespace Onboarding.Portal.Features.Stage1Intake.Imports;

/// <summary>What the pages of imports write to the log. No file names, nothing of what files hold.</summary>
internal static partial class ImportLog
{
    /// <summary>An upload that did not come to its end.</summary>
    [LoggerMessage(EventId = 4121, Level = LogLevel.Information, Message = "An upload of an import ended early.")]
    public static partial void UploadBroken(ILogger logger, Exception exception);
}
