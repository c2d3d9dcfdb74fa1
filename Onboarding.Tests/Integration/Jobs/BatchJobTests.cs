using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using Onboarding.Portal.Jobs;
using Onboarding.Tests.Support;
using Quartz;

namespace Onboarding.Tests.Integration.Jobs;

/// <summary>What all jobs have in common.</summary>
public sealed class BatchJobTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Goes_on_while_batches_are_full()
    {
        JobHistory history = new(new TestClock(CoreHost.Start));
        ScriptedJob job = new(history, [10, 10, 3, 10]);

        await job.Execute(Substitute.For<IJobExecutionContext>(), Token);

        job.Calls.ShouldBe(3);
        history.Runs[nameof(ScriptedJob)].ShouldBe(new JobRuns(CoreHost.Start, 0, null));
    }

    [Fact]
    public async Task Remembers_failures_until_a_run_succeeds()
    {
        JobHistory history = new(new TestClock(CoreHost.Start));
        await new ScriptedJob(history, []).Execute(Substitute.For<IJobExecutionContext>(), Token);
        await new ScriptedJob(history, []).Execute(Substitute.For<IJobExecutionContext>(), Token);
        history.Runs[nameof(ScriptedJob)].ShouldBe(new JobRuns(null, 2, nameof(InvalidOperationException)));

        await new ScriptedJob(history, [0]).Execute(Substitute.For<IJobExecutionContext>(), Token);
        history.Runs[nameof(ScriptedJob)].FailuresInARow.ShouldBe(0);
    }

    [Fact]
    public async Task Does_not_run_for_ever_when_every_batch_is_full()
    {
        ScriptedJob job = new(new JobHistory(new TestClock(CoreHost.Start)), [.. Enumerable.Repeat(10, 1000)]);

        await job.Execute(Substitute.For<IJobExecutionContext>(), Token);

        job.Calls.ShouldBe(100);
    }

    private sealed class ScriptedJob(JobHistory history, IReadOnlyList<int> batches) : BatchJob(history, NullLogger.Instance)
    {
        public int Calls { get; private set; }

        protected override int BatchSize => 10;

        protected override Task<int> RunAsync(CancellationToken cancellation) =>
            Calls < batches.Count ? Task.FromResult(batches[Calls++]) : throw new InvalidOperationException("The database is away.");
    }
}
