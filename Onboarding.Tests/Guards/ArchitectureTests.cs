using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Portal.Features;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Guards;

/// <summary>How the house is built: which parts may know which.</summary>
public sealed partial class ArchitectureTests
{
    private const int ClassLimit = 300;
    private const int ComponentLimit = 200;

    // Longer on purpose, with the reason.
    private static readonly Dictionary<string, string> Longer = new(StringComparer.Ordinal)
    {
        ["IconName.cs"] = "a table: one row for each icon of the portal",
    };

    private static readonly Assembly Core = typeof(OnboardingCase).Assembly;

    [Fact]
    public void The_core_references_no_web_assembly()
    {
        string[] web = ["Microsoft.AspNetCore", "Microsoft.JSInterop", "Radzen", "Quartz", "Microsoft.Playwright", "Onboarding.Portal"];

        Core.GetReferencedAssemblies().Where(name => web.Any(prefix => name.Name!.StartsWith(prefix, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Stages_do_not_reference_each_other()
    {
        var files = Sources("Onboarding.Core", ".cs").Concat(Sources("Onboarding.Portal", ".cs")).Concat(Sources("Onboarding.Portal", ".razor"))
            .Where(file => StageFolder().IsMatch(file)).ToList();
        files.Count.ShouldBeGreaterThan(30);

        // The namespaces of the stages, in a using or written in full. A page may use the stage of its own name in the core.
        var foreign =
            from file in files
            let own = StageFolder().Match(file).Groups["stage"].Value
            from Match use in StageName().Matches(File.ReadAllText(file))
            where use.Groups["stage"].Value != own
            select $"{Path.GetFileName(file)} of {own} uses {use.Value}";
        foreign.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void Every_entity_has_a_configuration_of_its_own()
    {
        using var context = new OnboardingContextFactory(new DatabaseSettings(DatabaseProvider.Sqlite, "Data Source=:memory:")).CreateDbContext();
        var configured = Core.GetTypes().SelectMany(type => type.GetInterfaces())
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>))
            .Select(type => type.GetGenericArguments()[0]);

        context.Model.GetEntityTypes().Where(entity => !entity.IsOwned()).Select(entity => entity.ClrType).Except(configured).ShouldBeEmpty();
    }

    [Fact]
    public void No_class_file_is_longer_than_300_lines_and_no_component_longer_than_200()
    {
        var classes = Projects().SelectMany(project => Sources(project, ".cs")).Select(file => (File: file, Limit: ClassLimit));
        var components = Sources("Onboarding.Portal", ".razor").Select(file => (File: file, Limit: ComponentLimit));

        classes.Concat(components)
            .Select(entry => (Name: Path.GetFileName(entry.File), Lines: File.ReadLines(entry.File).Count(), entry.Limit))
            .Where(entry => entry.Lines > entry.Limit && !Longer.ContainsKey(entry.Name))
            .ShouldBeEmpty();
    }

    [Fact]
    public void What_holds_an_applicants_data_prints_none_of_it()
    {
        ApplicantData[] all = [Registrations.Person(), Registrations.Business(), Registrations.Person() with { Domicile = Registrations.Address() }];
        foreach (var data in all)
        {
            var target = new CaseTarget(Guid.Empty, 1);
            var printed = string.Join('\n', data, data.Address, new EditRegistration(target, data, null), new RegistrationCheck(data, [], []),
                new RegisterCase(Guid.Empty, "P", Channel.Online, Language.Indonesian, data, null));

            Values(data).Where(value => printed.Contains(value, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Nothing_personal_can_be_handed_to_a_log_message()
    {
        var messages = new[] { Core, typeof(DomainTexts).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<LoggerMessageAttribute>() is not null)
            .ToList();
        messages.Count.ShouldBeGreaterThan(0);

        var parameters = messages.SelectMany(method => method.GetParameters().Select(parameter => (Message: $"{method.DeclaringType!.Name}.{method.Name}", parameter.Name, Type: parameter.ParameterType)));
        parameters.Where(parameter => !IsPlain(parameter.Type) || PersonalName().IsMatch(parameter.Name!)).ShouldBeEmpty();
    }

    private static bool IsPlain(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Guid) || type == typeof(TimeSpan) || type == typeof(DateTimeOffset)
        || type.IsAssignableTo(typeof(ILogger)) || type.IsAssignableTo(typeof(Exception)) || (Nullable.GetUnderlyingType(type) is { } inner && IsPlain(inner));

    private static IEnumerable<string> Values(object data) => data.GetType().GetProperties()
        .Where(property => property.Name is not nameof(ApplicantData.Kind))
        .Select(property => property.GetValue(data))
        .SelectMany(value => value switch
        {
            string { Length: > 2 } text => [text],
            AddressData address => Values(address),
            _ => Enumerable.Empty<string>(),
        });

    private static IEnumerable<string> Projects() => ["Onboarding.Core", "Onboarding.Portal", "Onboarding.Benchmarks", "Onboarding.Tests"];

    private static IEnumerable<string> Sources(string project, string extension) =>
        Directory.EnumerateFiles(RepositoryFolder.PathOf(project), "*" + extension, SearchOption.AllDirectories)
            .Where(file => !GeneratedFolder().IsMatch(file));

    [GeneratedRegex(@"[/\\](?:obj|bin|Migrations|wwwroot)[/\\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GeneratedFolder();

    [GeneratedRegex(@"[/\\](?<stage>Stage\d\w+)[/\\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StageFolder();

    [GeneratedRegex(@"(?:Stages|Features)\.(?<stage>Stage\d\w+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StageName();

    [GeneratedRegex("name$|e?mail|phone|address|nik|npwp|token|remark|reason|question|reply", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PersonalName();
}
