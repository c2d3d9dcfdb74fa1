using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Tools;

namespace Onboarding.Tests.Support;

/// <summary>Takes tools away from a core, as on a server where they are not installed.</summary>
public static class ToolsExtensions
{
    /// <summary>Points to programs that are not there.</summary>
    public static void AddToolsWithout(this IServiceCollection services, params ExternalTool[] tools)
    {
        var settings = (ToolSettings)services.Last(service => service.ServiceType == typeof(ToolSettings)).ImplementationInstance!;
        settings.Paths = tools.ToDictionary(tool => tool.ProgramName(), _ => "/nowhere/at-all", StringComparer.Ordinal);
    }
}
