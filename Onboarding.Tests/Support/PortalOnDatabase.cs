namespace Onboarding.Tests.Support;

/// <summary>Starts portals on test databases.</summary>
public static class PortalOnDatabase
{
    /// <summary>A portal on an empty database of this kind, serving.</summary>
    public static async Task<PortalHost> PortalAsync(this TestDatabases databases, DatabaseKind kind, params (string Key, string Value)[] settings)
    {
        ArgumentNullException.ThrowIfNull(databases);
        PortalHost host = (await databases.Fresh(kind)).Portal(settings);
        _ = host.Address;
        return host;
    }

    /// <summary>A portal on this database; it starts when its address is read.</summary>
    public static PortalHost Portal(this TestDatabase database, params (string Key, string Value)[] settings)
    {
        ArgumentNullException.ThrowIfNull(database);
        return new PortalHost([("Database:Provider", database.Kind.ToString()), ("Database:ConnectionString", database.ConnectionString), .. settings]);
    }
}
