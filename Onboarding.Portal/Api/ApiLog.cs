namespace Onboarding.Portal.Api;

/// <summary>What the partner interface logs.</summary>
internal static partial class ApiLog
{
    [LoggerMessage(7001, LogLevel.Error, "A request of a partner failed")]
    public static partial void Failed(ILogger log, Exception failure);
}
