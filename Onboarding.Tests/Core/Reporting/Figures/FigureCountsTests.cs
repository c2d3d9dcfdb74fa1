using Onboarding.Core.Reporting.Figures;

namespace Onboarding.Tests.Core.Reporting.Figures;

/// <summary>Counts as text, periods as rows, and durations as buckets.</summary>
public sealed class FigureCountsTests
{
    [Fact]
    public void Counts_come_back_from_their_text_and_a_zero_is_not_kept()
    {
        var counts = new FigureCounts();
        counts.Add("done:Intake", 3);
        counts.Add("person:a%3Db%3B", 2);
        counts.Add("late:Intake", 1);
        counts.Add("late:Intake", -1);
        counts.Add("case:Draft", -4);

        var read = FigureCounts.Read(counts.ToString());

        counts.ToString().ShouldBe("case:Draft=-4;done:Intake=3;person:a%3Db%3B=2;");
        read.ToString().ShouldBe(counts.ToString());
        read["done:Intake"].ShouldBe(3);
        read.Family("person").ShouldBe([("a%3Db%3B", 2L)]);
        read.Add("done:Intake=-3;");
        read["done:Intake"].ShouldBe(0);
        read.ToString().ShouldBe("case:Draft=-4;person:a%3Db%3B=2;");
    }

    [Fact]
    public void A_long_period_is_read_by_whole_months_and_the_days_around_them()
    {
        new FigureFilter(new(2026, 11, 1), new(2026, 11, 30)).Codes().ShouldBe([.. Enumerable.Range(20261101, 30)]);

        var codes = new FigureFilter(new(2026, 1, 30), new(2026, 4, 2)).Codes();

        codes.ShouldBe([20260130, 20260131, 20260200, 20260300, 20260401, 20260402]);
    }

    [Fact]
    public void The_period_before_has_the_same_length_and_ends_the_day_before() =>
        new FigureFilter(new(2026, 11, 8), new(2026, 11, 14), "P").PeriodBefore().ShouldBe(new FigureFilter(new(2026, 11, 1), new(2026, 11, 7), "P"));

    [Theory]
    [InlineData(1)]
    [InlineData(45)]
    [InlineData(500)]
    [InlineData(20_000)]
    public void A_median_out_of_buckets_is_within_a_tenth_of_the_exact_one(int minutes)
    {
        var buckets = Enumerable.Range(1, 99).Select(number => TimeSpan.FromMinutes(minutes * number / 50.0))
            .GroupBy(TimeHistogram.Bucket).ToDictionary(group => group.Key, group => (long)group.Count());

        var median = TimeHistogram.Quantile(buckets, 0.5)!.Value.TotalMinutes;
        var slow = TimeHistogram.Quantile(buckets, 0.9)!.Value.TotalMinutes;

        median.ShouldBe(minutes, minutes * 0.1);
        slow.ShouldBe(minutes * 1.8, minutes * 0.18);
        TimeHistogram.Quantile(new Dictionary<int, long>(), 0.5).ShouldBeNull();
    }
}
