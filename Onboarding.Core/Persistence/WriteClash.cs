using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Onboarding.Core.Persistence;

/// <summary>
/// What a database says when two wrote at once, in whichever way it notices: by the version of a row, by a key that is taken meanwhile, or because each waited
/// for the other. Nothing was written, and whoever looks again sees what the other did.
/// </summary>
internal static class WriteClash
{
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;

    /// <summary>True for a clash; anything else is a surprise.</summary>
    public static bool Is(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbUpdateConcurrencyException
                or SqliteException { SqliteExtendedErrorCode: SqlitePrimaryKey or SqliteUnique }
                or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected })
            {
                return true;
            }
        }

        return false;
    }
}
