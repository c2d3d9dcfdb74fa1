using System.CommandLine;
using System.Globalization;
using Onboarding.Core.Persistence;

namespace Onboarding.Benchmarks;

/// <summary>The options of the measurements of speed: on which databases, of which sizes, how long, and whether what was made is kept.</summary>
internal sealed class SpeedOptions
{
    private readonly Option<string> _databases = new("--databases") { Description = "sqlite, postgresql or both, with a comma between.", DefaultValueFactory = _ => "sqlite,postgresql" };
    private readonly Option<string?> _postgreSql = new("--postgresql") { Description = "Connection string of an administrator of a PostgreSQL server; without it one is started for the run." };
    private readonly Option<string> _cases = new("--cases") { Description = "Numbers of cases, growing, with commas between." };
    private readonly Option<double> _seconds = new("--seconds") { Description = "How long each part is measured.", DefaultValueFactory = _ => 5 };
    private readonly Option<string?> _folder = new("--folder") { Description = "Where databases are made, and looked for; a temporary folder by default." };
    private readonly Option<bool> _keep = new("--keep") { Description = "Leaves the databases behind for the next run with the same folder." };
    private readonly Option<string?> _report = new("--report") { Description = "Markdown file that takes the figures; a JSON file is written beside it." };

    /// <summary>Prepares the options.</summary>
    /// <param name="cases">The sizes where none are named.</param>
    public SpeedOptions(string cases) => _cases.DefaultValueFactory = _ => cases;

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(_databases);
        command.Add(_postgreSql);
        command.Add(_cases);
        command.Add(_seconds);
        command.Add(_folder);
        command.Add(_keep);
        command.Add(_report);
    }

    /// <summary>What was given.</summary>
    public Values Read(ParseResult result) => new(
        result,
        [.. result.GetValue(_databases)!.Split(',').Select(name => Enum.Parse<DatabaseProvider>(name, ignoreCase: true))],
        result.GetValue(_postgreSql),
        [.. result.GetValue(_cases)!.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)).Order()],
        TimeSpan.FromSeconds(result.GetValue(_seconds)),
        result.GetValue(_folder),
        result.GetValue(_keep),
        result.GetValue(_report));

    /// <summary>The options as they were given.</summary>
    /// <param name="Parsed">The command line, for the options of one verb alone.</param>
    /// <param name="Databases">Which databases.</param>
    /// <param name="PostgreSql">An administrator's connection string, or null.</param>
    /// <param name="Cases">Sizes, growing.</param>
    /// <param name="Time">How long each part is measured.</param>
    /// <param name="Folder">Where databases are.</param>
    /// <param name="Keep">Whether they stay.</param>
    /// <param name="Report">The report, or null.</param>
    internal sealed record Values(
        ParseResult Parsed, IReadOnlyList<DatabaseProvider> Databases, string? PostgreSql, IReadOnlyList<int> Cases, TimeSpan Time, string? Folder, bool Keep, string? Report);
}
