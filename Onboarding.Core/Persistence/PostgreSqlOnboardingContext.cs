using Microsoft.EntityFrameworkCore;

namespace Onboarding.Core.Persistence;

/// <summary>The model on PostgreSQL.</summary>
/// <param name="options">Options.</param>
public sealed class PostgreSqlOnboardingContext(DbContextOptions<PostgreSqlOnboardingContext> options) : OnboardingContext(options);
