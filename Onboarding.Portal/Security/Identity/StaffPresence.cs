using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Security.Identity;

/// <summary>Tells the core which accounts still work here.</summary>
/// <param name="scopes">A scope for each question: the answer of a minute ago is not good enough.</param>
internal sealed class StaffPresence(IServiceScopeFactory scopes) : IStaffPresence
{
    /// <inheritdoc />
    public async Task<bool> WorksAsync(string staffId, ActorRole role, CancellationToken cancellationToken)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        StaffIdentityContext context = scope.ServiceProvider.GetRequiredService<StaffIdentityContext>();
        string name = StaffRoles.Name(role);
        return await context.Users
            .Where(account => account.Id == staffId && !account.Disabled)
            .Join(context.UserRoles, account => account.Id, link => link.UserId, (_, link) => link.RoleId)
            .Join(context.Roles.Where(entry => entry.Name == name), id => id, entry => entry.Id, (id, _) => id)
            .AnyAsync(cancellationToken);
    }
}
