using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Guards;

public sealed class LifecyclePageTests
{
    private const string Rewrite = "ONBOARDING_WRITE_DOCS";

    [Fact]
    public async Task The_page_in_the_docs_shows_the_transition_table()
    {
        var path = RepositoryFolder.PathOf("docs", "case-lifecycle.md");
        if (Environment.GetEnvironmentVariable(Rewrite) is { Length: > 0 })
        {
            await File.WriteAllTextAsync(path, LifecycleDiagram.Page(), TestContext.Current.CancellationToken);
        }

        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe(
            LifecycleDiagram.Page(),
            $"docs/case-lifecycle.md is stale. Make it again: {Rewrite}=1 dotnet test --filter FullyQualifiedName~{nameof(LifecyclePageTests)}, read the difference, commit it.");
    }

    [Fact]
    public void Every_status_and_every_action_stands_on_the_page()
    {
        var page = LifecycleDiagram.Page();

        Enum.GetNames<CaseStatus>().Where(name => !page.Contains($"| {name} |", StringComparison.Ordinal)).ShouldBeEmpty();
        Enum.GetNames<CaseAction>().Where(name => !page.Contains($"| {name} |", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
