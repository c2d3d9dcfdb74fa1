using System.Globalization;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Results;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Reporting;

/// <summary>Which periods the dashboard can show.</summary>
public sealed class OverviewPeriodTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    [Theory]
    [InlineData("0001-01-01", "0001-01-31", false)]
    [InlineData("9999-12-01", "9999-12-31", false)]
    [InlineData("2026-11-02", "2026-11-01", false)]
    [InlineData("2025-11-22", "2026-11-23", false)]
    [InlineData("2025-11-23", "2026-11-23", true)]
    [InlineData("2026-11-23", "2026-11-23", true)]
    public async Task A_period_is_a_year_at_most_and_within_the_calendar(string from, string to, bool isTaken)
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);

        var read = await core.Get<OverviewReader>().ReadAsync(
            new FigureFilter(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture)), Staff.Maya, TestContext.Current.CancellationToken);

        if (isTaken)
        {
            read.ShouldBeDone();
        }
        else
        {
            read.Refusal.ShouldBeOfType<Invalid>();
        }
    }
}
