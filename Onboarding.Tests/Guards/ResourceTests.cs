using System.Text.RegularExpressions;
using System.Xml.Linq;
using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Guards;

/// <summary>Every text on screen in both languages, none forgotten and none left over.</summary>
public sealed partial class ResourceTests
{
    // Its keys are put together from names of the core, so their use cannot be read from the source.
    private const string MadeOfNames = "DomainText";

    public static TheoryData<string> Sets => [.. Files().Where(file => !file.EndsWith(".en.resx", StringComparison.Ordinal)).Select(Relative)];

    [Fact]
    public void Every_english_file_belongs_to_an_indonesian_one() =>
        Files().Where(file => file.EndsWith(".en.resx", StringComparison.Ordinal)).Select(Relative)
            .Select(file => file.Replace(".en.resx", ".resx", StringComparison.Ordinal)).Except(Sets.Select(row => row.Data)).ShouldBeEmpty();

    [Theory, MemberData(nameof(Sets))]
    public void Both_languages_have_the_same_keys_with_the_same_placeholders(string set)
    {
        var indonesian = Read(set);
        var english = Read(set.Replace(".resx", ".en.resx", StringComparison.Ordinal));

        english.Keys.Order(StringComparer.Ordinal).ShouldBe(indonesian.Keys.Order(StringComparer.Ordinal));
        indonesian.Where(entry => !Placeholders(entry.Value).SequenceEqual(Placeholders(english[entry.Key]))).Select(entry => entry.Key).ShouldBeEmpty();
        indonesian.Concat(english).Where(entry => string.IsNullOrWhiteSpace(entry.Value)).Select(entry => entry.Key).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Sets))]
    public void Every_key_is_used(string set)
    {
        var isMade = Path.GetFileNameWithoutExtension(set) == MadeOfNames;

        Read(set).Keys.Where(key => !Words.Value.Contains(key) && !(isMade && Made.Value.Contains(key))).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Sets))]
    public void No_english_text_leaves_one_or_many_to_the_reader(string set) =>
        Read(set.Replace(".resx", ".en.resx", StringComparison.Ordinal)).Where(entry => entry.Value.Contains("(s)", StringComparison.Ordinal)).Select(entry => entry.Key).ShouldBeEmpty();

    // What DomainTexts asks for: values of enums, events of the audit trail, fields of the forms.
    private static Lazy<HashSet<string>> Made { get; } = new(() =>
    {
        var types = typeof(OnboardingCase).Assembly.GetTypes();
        var values = types.Where(type => type.IsEnum).SelectMany(type => Enum.GetNames(type).Select(name => $"{type.Name}_{name}"));
        var actions = Enum.GetNames<CaseAction>().Concat(Enum.GetNames<WorkItemAction>().Select(name => $"WorkItem_{name}")).Select(name => $"Event_{name}");
        var events = Texts("Onboarding.Core").Concat(Texts("Onboarding.Portal"))
            .SelectMany(text => Event().Matches(text)).Select(match => $"Event_{match.Groups["name"].Value.Replace('.', '_')}");
        var fields = types.SelectMany(type => type.GetProperties()).Select(property => $"Field_{property.Name}")
            .Concat(["Field_Question", "Field_Reason"]);
        return [.. values, .. actions, .. events, .. fields];
    });

    private static Lazy<HashSet<string>> Words { get; } = new(() =>
        Texts("Onboarding.Portal").SelectMany(text => Word().Matches(text)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal));

    private static IEnumerable<string> Texts(string project) => Directory
        .EnumerateFiles(RepositoryFolder.PathOf(project), "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !Built().IsMatch(file))
        .Select(File.ReadAllText);

    private static IEnumerable<string> Files() => Directory
        .EnumerateFiles(RepositoryFolder.PathOf("Onboarding.Portal"), "*.resx", SearchOption.AllDirectories)
        .Where(file => !Built().IsMatch(file));

    private static string Relative(string file) => Path.GetRelativePath(RepositoryFolder.FullPath, file);

    private static Dictionary<string, string> Read(string file) => XDocument.Load(RepositoryFolder.PathOf(file)).Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Groups["number"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{(?<number>\d+)[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"""(?<name>[A-Z]\w+\.?[A-Z]?\w*)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Event();

    [GeneratedRegex(@"\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"[/\\](?:obj|bin)[/\\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Built();
}
