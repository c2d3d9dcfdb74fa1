namespace Onboarding.Tests.Support;

/// <summary>The databases that the product runs on.</summary>
public enum DatabaseKind
{
    /// <summary>A file, the default of a new installation.</summary>
    Sqlite,

    /// <summary>A server, for an office with many people.</summary>
    PostgreSql,
}
