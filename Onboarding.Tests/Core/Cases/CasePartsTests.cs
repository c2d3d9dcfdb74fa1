using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Cases;

/// <summary>A case that is loaded to be changed has every part that it has: what is missing would be decided upon as if it were not there.</summary>
public sealed class CasePartsTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_case_is_loaded_with_every_part_that_it_has(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.AwaitingApprovalAsync();

        await Database.ReadAsync(core, async context =>
        {
            var owner = (await CaseParts.LoadAsync(context, state.CaseId, Token)).ShouldNotBeNull();
            foreach (var collection in context.Entry(owner).Collections)
            {
                var kept = await collection.Query().Cast<object>().CountAsync(Token);
                collection.CurrentValue!.Cast<object>().Count().ShouldBe(kept, collection.Metadata.Name);
            }

            owner.WorkItems.ShouldNotBeEmpty();
            return true;
        });
    }

    [Fact]
    public async Task Every_kind_of_part_is_asked_for()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        await Database.ReadAsync(core, context =>
        {
            context.Model.FindEntityType(typeof(OnboardingCase))!.GetNavigations()
                .Where(navigation => !navigation.TargetEntityType.IsOwned())
                .Select(navigation => navigation.TargetEntityType.GetTableName()!)
                .ShouldBeSubsetOf(TablesIn(context.Cases.Select(CaseParts.Found.Of).ToQueryString()));
            return Task.FromResult(true);
        });
    }

    private static IEnumerable<string> TablesIn(string statement) =>
        statement.Split('"').Where((_, index) => index % 2 == 1).Distinct(StringComparer.Ordinal);
}
