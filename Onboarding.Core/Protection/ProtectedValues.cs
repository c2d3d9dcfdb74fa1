using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Protection;

/// <summary>One protected value with its row.</summary>
/// <param name="Key">Identifies the row.</param>
/// <param name="Owner">What the value is bound to.</param>
/// <param name="Value">The value.</param>
internal sealed record ProtectedValue(Guid Key, Guid Owner, byte[] Value);

/// <summary>
/// Finds and replaces protected values by the key that they name in their first bytes. The names of tables and columns are
/// constants of <see cref="ProtectedColumn"/>; everything else is a parameter.
/// </summary>
internal static class ProtectedValues
{
    /// <summary>The audit trail, which is looked at and never written.</summary>
    public static ProtectedColumn AuditTrail { get; } = new("AuditEvents", "ProtectedDetails", "Id", "StreamId", id => $"case/{id:N}/audit");

    /// <summary>How many values are not under a key.</summary>
    public static async Task<long> CountAsync(OnboardingContext context, ProtectedColumn column, MasterKeyId active, CancellationToken cancellationToken) =>
        (await context.Database.SqlQuery<long>(Sql(
            $"SELECT COUNT(*) AS \"Value\" FROM \"{column.Table}\" WHERE {Prefix(column)} <> {{0}}", Envelope.PrefixOf(active))).ToListAsync(cancellationToken)).Single();

    /// <summary>Whether any value is under a key.</summary>
    public static async Task<bool> IsUnderAsync(OnboardingContext context, ProtectedColumn column, MasterKeyId id, CancellationToken cancellationToken) =>
        (await context.Database.SqlQuery<int>(Sql(
            $"SELECT 1 AS \"Value\" FROM \"{column.Table}\" WHERE {Prefix(column)} = {{0}} LIMIT 1", Envelope.PrefixOf(id))).ToListAsync(cancellationToken)).Count > 0;

    /// <summary>The next values that are not under a key, in the order of their rows.</summary>
    public static Task<List<ProtectedValue>> ReadAsync(
        OnboardingContext context, ProtectedColumn column, MasterKeyId active, Guid after, int limit, CancellationToken cancellationToken) =>
        context.Database.SqlQuery<ProtectedValue>(Sql(
            $"SELECT \"{column.Key}\" AS \"Key\", \"{column.Owner}\" AS \"Owner\", \"{column.Column}\" AS \"Value\" FROM \"{column.Table}\" "
            + $"WHERE \"{column.Key}\" > {{0}} AND {Prefix(column)} <> {{1}} ORDER BY \"{column.Key}\" LIMIT {{2}}",
            after,
            Envelope.PrefixOf(active),
            limit)).ToListAsync(cancellationToken);

    /// <summary>Replaces a value unless somebody else did meanwhile; answers how many were replaced.</summary>
    public static Task<int> ReplaceAsync(OnboardingContext context, ProtectedColumn column, ProtectedValue value, byte[] renewed, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            Sql(
                $"UPDATE \"{column.Table}\" SET \"{column.Column}\" = {{0}} WHERE \"{column.Key}\" = {{1}} AND \"{column.Column}\" = {{2}}",
                renewed,
                value.Key,
                value.Value),
            cancellationToken);

    private static string Prefix(ProtectedColumn column) => $"substr(\"{column.Column}\", 1, {Envelope.PrefixOf(default).Length})";

    private static FormattableString Sql(string text, params object[] arguments) => FormattableStringFactory.Create(text, arguments);
}
