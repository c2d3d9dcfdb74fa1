using System.Collections.Concurrent;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Workflow;

namespace Onboarding.Tests.Support;

/// <summary>Everybody works here until the test says that somebody has left.</summary>
public sealed class StaffOnDuty : IStaffPresence
{
    private static readonly Actor[] Everybody = [Staff.Sari, Staff.Bayu, Staff.Dewi, Staff.Agus, Staff.Rudi, Staff.Maya, Staff.Hendra, Staff.Ratna, Staff.Yusuf];

    private readonly ConcurrentDictionary<string, bool> _gone = new(StringComparer.Ordinal);

    /// <summary>This person's account is disabled from now on.</summary>
    public void Leaves(Actor person) => _gone[person.Id] = true;

    /// <inheritdoc />
    public Task<bool> WorksAsync(string staffId, ActorRole role, CancellationToken cancellationToken) => IsHereAsync(staffId, cancellationToken);

    /// <inheritdoc />
    public Task<bool> IsHereAsync(string staffId, CancellationToken cancellationToken) => Task.FromResult(!_gone.ContainsKey(staffId));

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> WorkersAsync(ActorRole role, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. Everybody.Where(person => person.Has(role) && !_gone.ContainsKey(person.Id)).Select(person => person.Id)]);
}
