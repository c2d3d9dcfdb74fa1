using Microsoft.EntityFrameworkCore;

namespace Onboarding.Portal.Security.Identity;

/// <summary>The staff accounts in SQLite.</summary>
/// <param name="options">Options for SQLite.</param>
public sealed class SqliteStaffIdentityContext(DbContextOptions<SqliteStaffIdentityContext> options)
    : StaffIdentityContext(options);
