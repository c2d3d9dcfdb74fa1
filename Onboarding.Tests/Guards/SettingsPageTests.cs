using System.Text.Json;
using System.Text.RegularExpressions;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Guards;

/// <summary>docs/operations.md names the settings there are, and no others.</summary>
public sealed partial class SettingsPageTests
{
    // Sections that are the framework's own, described there.
    private static readonly string[] FrameworkSections = ["Logging", "AllowedHosts"];

    [Fact]
    public async Task Every_setting_of_the_file_is_explained()
    {
        using JsonDocument file = JsonDocument.Parse(await File.ReadAllTextAsync(RepositoryFolder.PathOf("appsettings.json"), TestContext.Current.CancellationToken));
        string page = await PageAsync();

        Keys(file.RootElement, "")
            .Where(key => !FrameworkSections.Any(section => key.StartsWith(section, StringComparison.Ordinal)))
            .Where(key => !page.Contains($"`{key}`", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_setting_that_the_code_reads_by_name_is_explained()
    {
        string page = await PageAsync();
        string[] read = [.. Directory.EnumerateFiles(RepositoryFolder.PathOf("Onboarding.Portal"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => ReadByName().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["key"].Value)
            .Distinct(StringComparer.Ordinal)];

        read.Length.ShouldBeGreaterThan(10);
        read.Where(key => !page.Contains($"`{key}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_setting_that_is_explained_is_read()
    {
        string code = string.Concat(Directory
            .EnumerateFiles(RepositoryFolder.FullPath, "*.cs", SearchOption.AllDirectories)
            .Where(file => file.Contains("Onboarding.Portal", StringComparison.Ordinal) || file.Contains("Onboarding.Core", StringComparison.Ordinal))
            .Select(File.ReadAllText));

        // The last part of the name stands in the code, as a key or as a property that the section is bound to.
        SettingRow().Matches(await PageAsync())
            .SelectMany(row => SettingName().Matches(row.Value))
            .Select(name => name.Groups["key"].Value)
            .Where(key => !FrameworkSections.Contains(key) && !Regex.IsMatch(code, $@"\b{Regex.Escape(key.Split(':')[1])}\b", RegexOptions.None, TimeSpan.FromSeconds(5)))
            .ShouldBeEmpty();
    }

    private static Task<string> PageAsync() => File.ReadAllTextAsync(RepositoryFolder.PathOf("docs", "operations.md"), TestContext.Current.CancellationToken);

    private static IEnumerable<string> Keys(JsonElement element, string path) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(property => Keys(property.Value, path.Length == 0 ? property.Name : $"{path}:{property.Name}"))
        : [path];

    [GeneratedRegex("""(configuration\[|configuration\.GetValue\(|Setting = )"(?<key>[A-Z][A-Za-z]+:[A-Za-z]+)""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex ReadByName();

    [GeneratedRegex("^\\| `[^|]+\\|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex SettingRow();

    [GeneratedRegex("`(?<key>[A-Z][A-Za-z]+:[A-Za-z]+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex SettingName();
}
