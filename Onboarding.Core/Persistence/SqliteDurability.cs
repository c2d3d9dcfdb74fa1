using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Onboarding.Core.Persistence;

/// <summary>
/// Has SQLite flush every commit to the disk. In WAL mode it could wait for the next checkpoint, and a power cut would
/// take back what the portal has already said is done. The setting belongs to the connection, not to the file.
/// </summary>
internal sealed class SqliteDurability : DbConnectionInterceptor
{
    public static readonly SqliteDurability Instance = new();

    private const string Setting = "PRAGMA synchronous = FULL";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Setting;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Setting;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
