using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Onboarding.Portal.Components.Controls;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Guards;

/// <summary>Keeps the look in one place: colours in one file, icons that exist, no style in markup.</summary>
public sealed partial class LookGuards
{
    private static readonly string Portal = RepositoryFolder.PathOf("Onboarding.Portal");

    // The mark is a picture of its own, also outside our pages.
    private static readonly string[] MayNameColours = ["tokens.css"];

    [Fact]
    public void Every_icon_is_in_the_sprite_and_the_sprite_holds_no_other()
    {
        XNamespace svg = "http://www.w3.org/2000/svg";
        IEnumerable<string> symbols = XDocument.Load(Path.Combine(Portal, "wwwroot", "icons.svg"))
            .Descendants(svg + "symbol").Select(symbol => (string)symbol.Attribute("id")!);

        symbols.ShouldBe(
            Enum.GetNames<IconName>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName),
            ignoreOrder: true);
    }

    [Fact]
    public void Every_icon_of_a_Radzen_component_is_in_the_font()
    {
        HashSet<string> font = [.. File.ReadAllLines(RepositoryFolder.PathOf("eng", "icon-font.txt"))];

        IEnumerable<string> named = Files("*.razor").SelectMany(file => RadzenIcon().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value);

        named.Where(name => !font.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_token_file_names_a_colour()
    {
        IEnumerable<string> files = Files("*.css").Where(file => !MayNameColours.Contains(Path.GetFileName(file)));

        foreach (string file in files)
        {
            Colour().Matches(Comment().Replace(File.ReadAllText(file), "")).Select(match => match.Value).ShouldBeEmpty(file);
        }
    }

    [Fact]
    public void Every_token_that_a_stylesheet_names_exists()
    {
        string tokens = File.ReadAllText(Path.Combine(Portal, "wwwroot", "tokens.css"));

        foreach (string file in Files("*.css"))
        {
            string text = File.ReadAllText(file);
            Token().Matches(text).Select(match => match.Groups["name"].Value)
                .Where(name => !name.StartsWith("--rz-", StringComparison.Ordinal) && !tokens.Contains($"{name}:", StringComparison.Ordinal))
                .Where(name => !IsSetBeside(file, text, name))
                .ShouldBeEmpty(file);
        }
    }

    [Fact]
    public void The_focus_ring_of_everything_gives_nothing_another_shape()
    {
        // A radio button would become a square while it has the focus.
        string rule = FocusOfEverything().Match(File.ReadAllText(Path.Combine(Portal, "wwwroot", "base.css"))).Groups["rule"].Value;

        rule.ShouldContain("outline");
        rule.ShouldNotContain("border-radius");
    }

    [Fact]
    public void What_stands_there_until_the_page_comes_can_be_hidden()
    {
        // A display of its own would win over the rule of base.css, and the bones would stay below every page.
        string skeleton = File.ReadAllText(Path.Combine(Portal, "Components", "Layout", "BootSkeleton.razor.css"));

        File.ReadAllText(Path.Combine(Portal, "wwwroot", "base.css")).ShouldContain(".shell ~ .boot {");
        DisplayOfTheSkeleton().IsMatch(skeleton).ShouldBeFalse();
    }

    [Fact]
    public void No_markup_has_a_style_of_its_own()
    {
        foreach (string file in Files("*.razor").Where(file => !file.Contains("Reports", StringComparison.Ordinal)))
        {
            InlineStyle().Matches(File.ReadAllText(file)).Select(match => match.Value).ShouldBeEmpty(file);
        }
    }

    // A property of the file's own, or a number that the component beside the stylesheet hands over.
    private static bool IsSetBeside(string file, string text, string name) =>
        text.Contains($"{name}:", StringComparison.Ordinal)
        || name.StartsWith("--report-", StringComparison.Ordinal) // words for the margins of a printed page, set with its texts
        || (file.EndsWith(".razor.css", StringComparison.Ordinal)
            && File.ReadAllText(file[..^".css".Length]).Contains($"{name}:", StringComparison.Ordinal));

    private static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Portal, pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex("^:focus-visible \\{(?<rule>[^}]*)\\}", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FocusOfEverything();

    [GeneratedRegex("""<Radzen\w+[^>]*?\bIcon="(?<name>[a-z0-9_]+)""", RegexOptions.None, 1000)]
    private static partial Regex RadzenIcon();

    [GeneratedRegex(@"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|oklch)\(|:\s*(?:white|black|red|green|blue|gray|grey)\b", RegexOptions.None, 1000)]
    private static partial Regex Colour();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"var\((?<name>--[a-z0-9-]+)", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"\.boot(?:\[[^\]]*\])? \{[^}]*\bdisplay:", RegexOptions.None, 1000)]
    private static partial Regex DisplayOfTheSkeleton();

    // A custom property is a number for the stylesheet, not a style.
    [GeneratedRegex("""\s[sS]tyle="(?!--).{0,40}|<style""", RegexOptions.None, 1000)]
    private static partial Regex InlineStyle();
}
