using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Seeding;

/// <summary>
/// Writes many new rows at once, by the mapping of the model but without tracking: COPY on PostgreSQL, one prepared
/// statement a table on SQLite.
/// </summary>
/// <param name="context">The context, inside a transaction.</param>
internal sealed class BulkWriter(OnboardingContext context)
{
    /// <summary>Writes entities of one type; answers how many.</summary>
    public async Task<int> WriteAsync<T>(IReadOnlyCollection<T> entities, CancellationToken cancellationToken)
        where T : class
    {
        if (entities.Count == 0)
        {
            return 0;
        }

        var type = context.Model.FindEntityType(typeof(T))!;
        var columns = Columns(type, instance => instance).ToList();
        var rows = entities.Select(entity => columns.ConvertAll(column => column.Read(entity)));
        if (context.Database.GetDbConnection() is NpgsqlConnection connection)
        {
            await CopyAsync(connection, type, columns, rows, cancellationToken);
        }
        else
        {
            await InsertAsync(type, columns, rows, cancellationToken);
        }

        return entities.Count;
    }

    // An owned part lies in the columns of its owner's table; all of them are empty when there is none.
    private static IEnumerable<Column> Columns(IEntityType type, Func<object, object?> find)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        foreach (var property in type.GetProperties().Where(property => !property.IsShadowProperty()))
        {
            var converter = property.GetTypeMapping().Converter;
            var getter = property.GetGetter();
            yield return new Column(property.GetColumnName(table)!, instance =>
            {
                var value = find(instance) is { } owner ? getter.GetClrValue(owner) : null;
                return value is null || converter is null ? value : converter.ConvertToProvider(value);
            });
        }

        foreach (var navigation in type.GetNavigations().Where(navigation => navigation.TargetEntityType.IsOwned()))
        {
            var getter = navigation.GetGetter();
            foreach (var column in Columns(navigation.TargetEntityType, instance => find(instance) is { } owner ? getter.GetClrValue(owner) : null))
            {
                yield return column;
            }
        }
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection, IEntityType type, List<Column> columns, IEnumerable<List<object?>> rows, CancellationToken cancellationToken)
    {
        await using var writer = await connection.BeginBinaryImportAsync(
            $"COPY \"{type.GetTableName()}\" ({Names(columns)}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            foreach (var value in row)
            {
                await (value is null ? writer.WriteNullAsync(cancellationToken) : writer.WriteAsync(value, cancellationToken));
            }
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private async Task InsertAsync(IEntityType type, List<Column> columns, IEnumerable<List<object?>> rows, CancellationToken cancellationToken)
    {
        var connection = context.Database.GetDbConnection();
        await using var command = connection.CreateCommand();
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // Table and column names come from the model.
        command.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, index) => $"@p{index}"))})";
#pragma warning restore CA2100
        var parameters = new List<DbParameter>();
        for (var index = 0; index < columns.Count; index++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{index}";
            command.Parameters.Add(parameter);
            parameters.Add(parameter);
        }

        foreach (var row in rows)
        {
            for (var index = 0; index < parameters.Count; index++)
            {
                // As text the provider writes a Guid the way the model reads it: in capitals.
                parameters[index].Value = row[index] is Guid id ? id.ToString().ToUpperInvariant() : row[index] ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static string Names(List<Column> columns) => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));

    private sealed record Column(string Name, Func<object, object?> Read);
}
