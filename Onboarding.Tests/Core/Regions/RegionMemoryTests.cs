using System.Diagnostics;
using System.Globalization;
using Onboarding.Core.Regions;

namespace Onboarding.Tests.Core.Regions;

public sealed class RegionMemoryTests(ITestOutputHelper output)
{
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public void Reading_the_list_takes_little_memory_and_keeps_less()
    {
        _ = RegionTable.Load();
        var started = Stopwatch.GetTimestamp();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var table = RegionTable.Load();

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var time = Stopwatch.GetElapsedTime(started);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Count} regions read in {time.TotalMilliseconds:0} ms, {allocated / (double)Megabyte:0.0} MB allocated, {Kept(table) / (double)Megabyte:0.0} MB kept."));
        allocated.ShouldBeLessThan(40 * Megabyte);
        Kept(table).ShouldBeLessThan(6 * Megabyte);
    }

    // What its arrays hold; everything else is a few kilobytes.
    private static long Kept(RegionTable table) =>
        (table.Count * (sizeof(long) + sizeof(int) + sizeof(int))) + (table.Searchable.Length * (sizeof(char) + sizeof(byte)));
}
