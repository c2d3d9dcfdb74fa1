using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Persistence;

/// <summary>Writes that come at the same time share a commit on SQLite: all of them on the disk before anybody is told, and each on its own otherwise.</summary>
public sealed class CommitLineTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly OnboardingContextFactory _contexts;
    private readonly CommitLine _line;

    public CommitLineTests()
    {
        _contexts = new OnboardingContextFactory(new DatabaseSettings(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(_folder.Path, "line.db")};Pooling=False"));
        _line = new CommitLine(_contexts);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        _line.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_write_that_is_ready_is_not_done_before_the_last_of_its_crowd_is_on_the_disk()
    {
        await PrepareAsync();
        var (first, begun, last) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var one = WriteAsync("one", first.Task);
        var two = _line.WriteAsync<int>(
            async context =>
            {
                begun.SetResult();
                await last.Task;
                await AddAsync(context, "two");
                return 1;
            },
            Token);

        first.SetResult();
        await begun.Task;

        one.IsCompleted.ShouldBeFalse("its commit has been left to the second");
        (await SeriesAsync()).ShouldBeEmpty();
        last.SetResult();
        (await one).IsDone.ShouldBeTrue();
        (await two).IsDone.ShouldBeTrue();
        (await SeriesAsync()).ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task One_that_refuses_or_fails_takes_nothing_of_the_others_with_it()
    {
        await PrepareAsync();
        var go = new TaskCompletionSource();
        var done = WriteAsync("done", go.Task);
        var refused = WriteAsync("refused", Task.CompletedTask, new NotAllowed(RefusalCode.RoleNotAllowed));
        var failed = WriteAsync("failed", Task.CompletedTask, failure: new InvalidOperationException("a bug"));
        var behind = WriteAsync("behind", Task.CompletedTask);

        go.SetResult();

        (await done).IsDone.ShouldBeTrue();
        (await refused).IsDone.ShouldBeFalse();
        await Should.ThrowAsync<InvalidOperationException>(() => failed);
        (await behind).IsDone.ShouldBeTrue();
        (await SeriesAsync()).ShouldBe(["behind", "done"]);
    }

    [Fact]
    public async Task When_the_first_refuses_nothing_of_it_stays_and_those_behind_it_are_done()
    {
        await PrepareAsync();
        var go = new TaskCompletionSource();
        var refused = _line.WriteAsync<int>(
            async context =>
            {
                await go.Task;
                await AddAsync(context, "refused");
                return new NotAllowed(RefusalCode.RoleNotAllowed);
            },
            Token);
        var behind = WriteAsync("behind", Task.CompletedTask);

        go.SetResult();

        (await refused).IsDone.ShouldBeFalse();
        (await behind).IsDone.ShouldBeTrue();
        (await SeriesAsync()).ShouldBe(["behind"]);
    }

    [Fact]
    public async Task When_the_first_fails_those_behind_it_are_done()
    {
        await PrepareAsync();
        var go = new TaskCompletionSource();
        var failed = WriteAsync("failed", go.Task, failure: new InvalidOperationException("a bug"));
        var behind = WriteAsync("behind", Task.CompletedTask);

        go.SetResult();

        await Should.ThrowAsync<InvalidOperationException>(() => failed);
        (await behind).IsDone.ShouldBeTrue();
        (await SeriesAsync()).ShouldBe(["behind"]);
    }

    [Fact]
    public async Task One_that_was_cancelled_while_it_waited_still_commits_those_before_it()
    {
        await PrepareAsync();
        using var cancellation = new CancellationTokenSource();
        var go = new TaskCompletionSource();
        var before = WriteAsync("before", go.Task);
        var cancelled = _line.WriteAsync<int>(_ => throw new InvalidOperationException("never reached"), cancellation.Token);

        await cancellation.CancelAsync();
        go.SetResult();

        (await before).IsDone.ShouldBeTrue();
        await Should.ThrowAsync<OperationCanceledException>(() => cancelled);
        (await SeriesAsync()).ShouldBe(["before"]);
    }

    [Fact]
    public async Task Nobody_is_told_done_when_the_commit_fails()
    {
        await PrepareAsync();
        var go = new TaskCompletionSource();
        var innocent = WriteAsync("innocent", go.Task);
        var guilty = _line.WriteAsync<int>(
            async context =>
            {
                // A reference to nobody, checked at the commit alone.
                await context.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON", Token);
                await context.Database.ExecuteSqlAsync($"""INSERT INTO "SearchKeys" ("CaseId", "Hash") VALUES ({Guid.Empty}, 1)""", Token);
                return 1;
            },
            Token);

        go.SetResult();

        await Should.ThrowAsync<Exception>(() => innocent);
        await Should.ThrowAsync<Exception>(() => guilty);
        (await SeriesAsync()).ShouldBeEmpty();
        (await WriteAsync("later", Task.CompletedTask)).IsDone.ShouldBeTrue("the next one begins anew");
    }

    [Fact]
    public async Task A_crowd_shares_its_commits_up_to_the_bound()
    {
        await PrepareAsync();
        var go = new TaskCompletionSource();
        var seen = new List<int>();
        var writes = Enumerable.Range(0, CommitLine.MostTogether + 1)
            .Select(index => _line.WriteAsync<int>(
                async context =>
                {
                    await go.Task;
                    await AddAsync(context, $"{index:00}");
                    seen.Add((await SeriesAsync()).Count);
                    return 1;
                },
                Token))
            .ToList();

        go.SetResult();
        await Task.WhenAll(writes);

        seen.ShouldBe([.. Enumerable.Repeat(0, CommitLine.MostTogether), CommitLine.MostTogether], "what others can read changes at a commit");
    }

    private async Task PrepareAsync() => await new DatabaseInitialiser(_contexts).InitialiseAsync(Token);

    private Task<Result<int>> WriteAsync(string series, Task until, Refusal? refusal = null, Exception? failure = null) => _line.WriteAsync<int>(
        async context =>
        {
            await until;
            await AddAsync(context, series);
            return failure is not null ? throw failure : refusal is not null ? refusal : 1;
        },
        Token);

    private static async Task AddAsync(OnboardingContext context, string series)
    {
        context.NumberCounters.Add(new NumberCounter(series, 1));
        await context.SaveChangesAsync(Token);
    }

    private async Task<IReadOnlyList<string>> SeriesAsync()
    {
        await using var context = _contexts.CreateDbContext();
        return await context.NumberCounters.OrderBy(counter => counter.Series).Select(counter => counter.Series).ToListAsync(Token);
    }
}
