using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Onboarding.Tests.Support;

/// <summary>
/// Runs a theory once on each <see cref="DatabaseKind"/>: the kind is its first argument, followed by what is given here. Used
/// several times, it makes several rows per kind.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class DatabaseProvidersAttribute(params object?[] arguments) : DataAttribute
{
    /// <summary>The theory's further arguments.</summary>
    public IReadOnlyList<object?> Arguments { get; } = arguments;

    /// <inheritdoc />
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<DatabaseKind>().Select(kind => new TheoryDataRow([kind, .. Arguments]))]);

    /// <inheritdoc />
    public override bool SupportsDiscoveryEnumeration() => true;
}
