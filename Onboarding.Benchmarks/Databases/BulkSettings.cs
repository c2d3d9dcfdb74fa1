using Onboarding.Core.Persistence;

namespace Onboarding.Benchmarks.Databases;

/// <summary>How a connection is set while a database is filled. Only then: a power cut would cost the database of a benchmark, no more.</summary>
internal static class BulkSettings
{
    /// <summary>Before the first row.</summary>
    public static IReadOnlyList<string> Before(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite
        ? ["PRAGMA synchronous = OFF", "PRAGMA cache_size = -1000000", "PRAGMA temp_store = MEMORY", "PRAGMA foreign_keys = OFF"]
        : ["SET synchronous_commit = off", "SET maintenance_work_mem = '512MB'", "SET session_replication_role = replica"];

    /// <summary>When all is written.</summary>
    public static IReadOnlyList<string> Tidy(DatabaseProvider provider) =>
        provider == DatabaseProvider.Sqlite ? ["PRAGMA wal_checkpoint(TRUNCATE)"] : ["VACUUM ANALYZE", "CHECKPOINT"];
}
