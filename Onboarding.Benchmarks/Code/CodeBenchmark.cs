using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Onboarding.Benchmarks.Results;

namespace Onboarding.Benchmarks.Code;

/// <summary>Pieces of code by themselves, measured by BenchmarkDotNet in this process: its own way would build a project outside the repository's settings.</summary>
/// <param name="book">Takes the figures.</param>
internal sealed class CodeBenchmark(FigureBook book)
{
    /// <summary>Heading of the figures.</summary>
    public const string Measurement = "Pieces of code";

    /// <summary>Measures all of them.</summary>
    public void Run()
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), $"onboarding-benchmark-{Path.GetRandomFileName()}"))
            .WithOptions(ConfigOptions.DisableLogFile);
        var summary = BenchmarkRunner.Run<CodePieces>(config);
        var baseline = summary.Reports.FirstOrDefault(report => report.BenchmarkCase.Descriptor.Baseline)?.ResultStatistics?.Mean;
        foreach (var report in summary.Reports.Where(report => report.ResultStatistics is not null))
        {
            var name = report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');
            book.Add(new Figure(Measurement, name, string.Empty, null, report.ResultStatistics!.Mean, "ns") { Baseline = baseline, BaselineIs = "a look into the table" });
            if (report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) is { } bytes)
            {
                book.Add(new Figure(Measurement, $"{name}, allocated", string.Empty, null, bytes, "bytes"));
            }
        }

        book.Print(Measurement);
    }
}
