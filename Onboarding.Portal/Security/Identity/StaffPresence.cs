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

    /// <inheritdoc />
    public async Task<bool> IsHereAsync(string staffId, CancellationToken cancellationToken)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        StaffIdentityContext context = scope.ServiceProvider.GetRequiredService<StaffIdentityContext>();
        return await context.Users.AnyAsync(account => account.Id == staffId && !account.Disabled, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> WorkersAsync(ActorRole role, CancellationToken cancellationToken)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        StaffIdentityContext context = scope.ServiceProvider.GetRequiredService<StaffIdentityContext>();
        string name = StaffRoles.Name(role);
        return await context.Users
            .Where(account => !account.Disabled)
            .Join(context.UserRoles, account => account.Id, link => link.UserId, (_, link) => link)
            .Join(context.Roles.Where(entry => entry.Name == name), link => link.RoleId, entry => entry.Id, (link, _) => link.UserId)
            .ToListAsync(cancellationToken);
    }
}
