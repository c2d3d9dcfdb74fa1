using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Onboarding.Portal.Security.Identity;

/// <summary>
/// The staff accounts, in the same database as the cases but a model of their own: the core knows no accounts, only ids and
/// names. The two derived contexts exist for their migrations alone; the rest of the code takes this one.
/// </summary>
/// <param name="options">The options of the derived context.</param>
public abstract class StaffIdentityContext(DbContextOptions options) : IdentityDbContext<StaffAccount>(options)
{
    /// <summary>The table that records which migrations of this model were applied, beside the core's.</summary>
    public const string HistoryTable = "__IdentityMigrations";

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        EntityTypeBuilder<StaffAccount> account = builder.Entity<StaffAccount>();
        account.ToTable("staff_accounts");
        account.Property(one => one.DisplayName).HasMaxLength(StaffAccount.DisplayNameLength);
        account.Property(one => one.UserName).HasMaxLength(StaffAccount.UserNameLength);
        account.Property(one => one.NormalizedUserName).HasMaxLength(StaffAccount.UserNameLength);
        builder.Entity<IdentityRole>().ToTable("staff_roles");
        builder.Entity<IdentityUserRole<string>>().ToTable("staff_account_roles");
        builder.Entity<IdentityUserClaim<string>>().ToTable("staff_account_claims");
        builder.Entity<IdentityUserLogin<string>>().ToTable("staff_account_logins");
        builder.Entity<IdentityUserToken<string>>().ToTable("staff_account_tokens");
        builder.Entity<IdentityRoleClaim<string>>().ToTable("staff_role_claims");
    }
}
