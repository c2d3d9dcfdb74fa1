using System.Collections.Concurrent;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Workflow;

namespace Onboarding.Tests.Support;

/// <summary>Everybody works here until the test says that somebody has left.</summary>
public sealed class StaffOnDuty : IStaffPresence
{
    private readonly ConcurrentDictionary<string, bool> _gone = new(StringComparer.Ordinal);

    /// <summary>This person's account is disabled from now on.</summary>
    public void Leaves(Actor person) => _gone[person.Id] = true;

    /// <inheritdoc />
    public Task<bool> WorksAsync(string staffId, ActorRole role, CancellationToken cancellationToken) => Task.FromResult(!_gone.ContainsKey(staffId));
}
