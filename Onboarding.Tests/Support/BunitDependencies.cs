using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Onboarding.Tests.Support;

/// <summary>
/// bUnit is referenced without its dependency graph (see the project file), so the runtime does not accept the version of
/// AngleSharp.Diffing in the output folder by itself.
/// </summary>
internal static class BunitDependencies
{
    private const string Diffing = "AngleSharp.Diffing";

    [ModuleInitializer]
    internal static void Resolve() => AssemblyLoadContext.Default.Resolving += FromOutputFolder;

    private static Assembly? FromOutputFolder(AssemblyLoadContext context, AssemblyName name) =>
        string.Equals(name.Name, Diffing, StringComparison.Ordinal)
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, Diffing + ".dll"))
            : null;
}
