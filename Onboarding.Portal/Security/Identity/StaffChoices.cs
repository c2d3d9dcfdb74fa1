using System.Collections.Frozen;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Security.Identity;

/// <summary>The colleagues who can be given work or be named, with the roles that they have now. The core decides with them, and again at the write.</summary>
/// <param name="staff">The accounts.</param>
/// <param name="demo">Whether demo accounts work here.</param>
public sealed class StaffChoices(StaffDirectory staff, DemoMode demo)
{
    /// <summary>Everybody who may sign in and has one of the roles, by name.</summary>
    public async Task<IReadOnlyList<Actor>> OfAsync(IReadOnlyCollection<ActorRole> roles, CancellationToken cancellationToken) =>
        [.. (await staff.ListAsync(cancellationToken))
            .Where(person => !person.IsDisabled && (demo.IsEnabled || !person.IsDemo) && person.Roles.Any(roles.Contains))
            .Select(person => new Actor(person.Id, person.DisplayName, person.Roles.ToFrozenSet(), StaffClaims.PortalOrigin))];

    /// <summary>These people by id, as far as they still work here: for giving work back to whom it was.</summary>
    public async Task<IReadOnlyDictionary<string, Actor>> ByIdAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        HashSet<string> wanted = [.. ids];
        return wanted.Count == 0
            ? new Dictionary<string, Actor>()
            : (await OfAsync(Enum.GetValues<ActorRole>(), cancellationToken)).Where(person => wanted.Contains(person.Id)).ToDictionary(person => person.Id, StringComparer.Ordinal);
    }
}
