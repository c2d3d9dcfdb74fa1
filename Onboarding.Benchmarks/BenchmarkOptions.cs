using System.CommandLine;
using Onboarding.Core.Persistence;

namespace Onboarding.Benchmarks;

/// <summary>The options that every benchmark has: on which database, and where.</summary>
internal sealed class BenchmarkOptions
{
    private readonly Option<string> _database = new("--database") { Description = "sqlite or postgresql.", DefaultValueFactory = _ => "sqlite" };
    private readonly Option<string?> _connection = new("--connection") { Description = "Connection string of an empty PostgreSQL database." };
    private readonly Option<string?> _folder = new("--folder") { Description = "Where the database and the keys are made; a temporary folder by default." };
    private readonly Option<bool> _keep = new("--keep") { Description = "Leaves the database behind." };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        _database.AcceptOnlyFromAmong("sqlite", "postgresql");
        command.Add(_database);
        command.Add(_connection);
        command.Add(_folder);
        command.Add(_keep);
    }

    /// <summary>Makes an empty database for one run.</summary>
    public Task<BenchmarkCore> StartAsync(ParseResult result, CancellationToken cancellationToken) => BenchmarkCore.StartAsync(
        result.GetValue(_database) == "sqlite" ? DatabaseProvider.Sqlite : DatabaseProvider.PostgreSql,
        result.GetValue(_connection),
        result.GetValue(_folder),
        result.GetValue(_keep),
        cancellationToken);
}
