using Microsoft.EntityFrameworkCore;

namespace Onboarding.Portal.Security.Identity;

/// <summary>The staff accounts in PostgreSQL.</summary>
/// <param name="options">Options for PostgreSQL.</param>
public sealed class PostgreSqlStaffIdentityContext(DbContextOptions<PostgreSqlStaffIdentityContext> options)
    : StaffIdentityContext(options);
