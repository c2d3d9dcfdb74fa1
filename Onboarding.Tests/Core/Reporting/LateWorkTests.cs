using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Reporting;

/// <summary>What the dashboard shows of work that is late.</summary>
public sealed class LateWorkTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(CoreHost.Start.UtcDateTime);

    [Theory, DatabaseProviders]
    public async Task The_oldest_late_work_of_a_province_is_listed_in_order_and_no_further_than_the_list_is_long(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var (here, elsewhere) = (new List<string>(), new List<string>());
        for (var number = 1; number <= OverviewReader.MostLate + 3; number++)
        {
            var isHere = number % 11 != 0;
            (isHere ? here : elsewhere).Add(await ReceivedAsync(core, number, isHere));
            core.Clock.Advance(TimeSpan.FromMinutes(25));
        }

        core.Clock.Advance(TimeSpan.FromDays(7));
        await ReceivedAsync(core, 90, isHere: true);

        (await LateAsync(core, "32")).ShouldBe(here.Take(OverviewReader.MostLate));
        (await LateAsync(core, "31")).ShouldBe(elsewhere);
        (await LateAsync(core, "94")).ShouldBeEmpty();
    }

    private static async Task<string> ReceivedAsync(CoreHost core, int number, bool isHere)
    {
        var person = Registrations.Person(number);
        return (await core.Cases.ReceivedAsync(isHere ? person with { Address = person.Address with { VillageCode = "32.73.13.1001", PostalCode = "40261" } } : person)).Number;
    }

    private static async Task<IReadOnlyList<string>> LateAsync(CoreHost core, string province) =>
        [.. (await core.Get<OverviewReader>().ReadAsync(new FigureFilter(Day, Day.AddDays(20), Province: province), Staff.Maya, TestContext.Current.CancellationToken))
            .ShouldBeDone().Late.Select(item => item.Number)];
}
