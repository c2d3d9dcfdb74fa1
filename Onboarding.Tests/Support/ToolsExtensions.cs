using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Tools;

namespace Onboarding.Tests.Support;

/// <summary>Takes tools away from a core, as on a server where they are not installed.</summary>
public static class ToolsExtensions
{
    /// <summary>Points to a program that is not there.</summary>
    public static void AddToolsWithout(this IServiceCollection services, ExternalTool tool)
    {
        var settings = (ToolSettings)services.Last(service => service.ServiceType == typeof(ToolSettings)).ImplementationInstance!;
        settings.Paths = new Dictionary<string, string>(StringComparer.Ordinal) { [tool.ProgramName()] = "/nowhere/at-all" };
    }
}
