using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Activation;

/// <summary>
/// "Never activated twice": the portal is killed (signal 9) at every step between the decision and the end of the activation, each
/// time in a process of its own, and the next process goes on where the database says.
/// </summary>
public sealed class ActivationKillTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_kill_at_any_step_between_decision_and_confirmation_leaves_one_service(DatabaseKind kind)
    {
        TestDatabase database = await databases.Fresh(kind);
        using TemporaryFolder data = new();
        await using ActivationEndpoint endpoint = await ActivationEndpoint.StartAsync();
        await using SmtpServer mail = new(SmtpManner.Silent);

        // 1. Decided, and gone before anything was sent: this process has no sender.
        await using CoreHost core = await CoreHost.StartAsync(database);
        core.Clock.Advance(TimeProvider.System.GetUtcNow() - core.Clock.GetUtcNow());
        CaseState state = await core.Cases.ActivatingAsync();
        await FinishMailsAsync(core, state.CaseId);
        (string, string)[] settings =
        [
            ("Activation__Endpoint", endpoint.Address), ("Activation__Key", ActivationBench.Key), ("Activation__TimeoutSeconds", "60"), ("Mail__Host", "127.0.0.1"), ("Mail__Port", $"{mail.Port}"), ("Mail__StartTls", "false"),
            ("Protection__KeyFolder", Path.Combine(core.Folder, "keys")), ("Documents__Folder", Path.Combine(core.Folder, "documents")),
        ];

        // 2. Ordered, and gone before the answer.
        await DieAsync(database, data, settings, endpoint, (process, _) => process.KillAsync());

        // 3. Answered, and gone before anything of it was written: nobody can write while this transaction stands.
        await using (OnboardingContext gate = core.Get<OnboardingContextFactory>().CreateDbContext())
        {
            await DieAsync(database, data, settings, endpoint, async (process, context) =>
            {
                await HoldAsync(gate, state.CaseId, kind);
                await context.Response.WriteAsync("""{"reference":"EXT-1"}""", Token);
                await context.Response.CompleteAsync();
                await ReadAnswerAsync(kind, gate);
                await process.KillAsync();
            });
        }

        (await core.Cases.LoadAsync(state.CaseId)).Status.ShouldBe(CaseStatus.Activating);

        // 4. Confirmed, and gone while the notice was on its way.
        endpoint.Answer = context => context.Response.WriteAsync("""{"reference":"EXT-1"}""");
        await using (PortalProcess confirming = PortalProcess.Start(database, data, settings))
        {
            await MailboxAssertions.EventuallyAsync(async () => (await core.Cases.LoadAsync(state.CaseId)).Status == CaseStatus.Active, "the case is active");
            await confirming.KillAsync();
        }

        // 5. To the end.
        mail.Manner = SmtpManner.Accepts;
        await using (PortalProcess.Start(database, data, settings))
        {
            await MailboxAssertions.EventuallyAsync(async () => await WaitingAsync(core) == 0, "the outbox is empty");
        }

        OnboardingCase owner = await core.Cases.LoadAsync(state.CaseId);
        (owner.Status, owner.ActivationReference, owner.FollowUps.Count).ShouldBe((CaseStatus.Active, "EXT-1", 1));
        endpoint.Orders.Count.ShouldBe(3, "one order for each process that got so far");
        endpoint.Orders.Select(order => order.IdempotencyKey).Distinct(StringComparer.Ordinal).Count().ShouldBe(1, "under one key, so that the system switches on once");
        await using OnboardingContext context = core.Get<OnboardingContextFactory>().CreateDbContext();
        (await context.OutboxMessages.CountAsync(message => message.Kind == OutboxKind.MailActivated, Token)).ShouldBe(1);
        mail.Mails.Count(text => text.Contains("EXT-1", StringComparison.Ordinal) || text.Contains("base64", StringComparison.OrdinalIgnoreCase)).ShouldBeGreaterThanOrEqualTo(1);
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    // Starts a portal and lets the test decide what happens at the moment in which its order arrives.
    private static async Task DieAsync(
        TestDatabase database, TemporaryFolder data, (string, string)[] settings, ActivationEndpoint endpoint, Func<PortalProcess, HttpContext, Task> atOrder)
    {
        TaskCompletionSource<HttpContext> arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource died = new(TaskCreationOptions.RunContinuationsAsynchronously);
        endpoint.Answer = async context =>
        {
            if (arrived.TrySetResult(context))
            {
                await died.Task;
            }
        };
        await using PortalProcess process = PortalProcess.Start(database, data, settings);
        try
        {
            HttpContext order = await arrived.Task.WaitAsync(TimeSpan.FromMinutes(1), Token);
            await atOrder(process, order);
        }
        finally
        {
            died.TrySetResult();
        }

        process.HasExited.ShouldBeTrue();
    }

    private static async Task HoldAsync(OnboardingContext gate, Guid caseId, DatabaseKind kind)
    {
        await gate.Database.BeginTransactionAsync(Token);
        if (kind == DatabaseKind.PostgreSql)
        {
            await gate.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Cases" WHERE "Id" = {caseId} FOR UPDATE""", Token);
            await gate.Database.ExecuteSqlAsync($"""LOCK TABLE "ActivationExchanges" IN SHARE MODE""", Token);
        }
        else
        {
            await gate.Database.ExecuteSqlAsync($"""UPDATE "Cases" SET "Version" = "Version" WHERE "Id" = {caseId}""", Token);
        }
    }

    // On PostgreSQL one can see that it waits for the gate, so it has read the answer. SQLite has nobody to ask; there the answer
    // lies in its socket at least.
    private static async Task ReadAnswerAsync(DatabaseKind kind, OnboardingContext gate)
    {
        if (kind == DatabaseKind.PostgreSql)
        {
            await MailboxAssertions.EventuallyAsync(
                async () => (await gate.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM pg_locks WHERE NOT granted""").ToListAsync(Token)).Single() > 0,
                "the portal waits to write");
        }
    }

    private static async Task FinishMailsAsync(CoreHost core, Guid caseId)
    {
        await using OnboardingContext context = core.Get<OnboardingContextFactory>().CreateDbContext();
        List<OutboxMessage> mails = await context.OutboxMessages.Where(message => message.CaseId == caseId && message.Kind != OutboxKind.ActivateService).ToListAsync(Token);
        mails.ForEach(message => message.Finish(core.Clock.GetUtcNow()));
        await context.SaveChangesAsync(Token);
    }

    private static async Task<int> WaitingAsync(CoreHost core)
    {
        await using OnboardingContext context = core.Get<OnboardingContextFactory>().CreateDbContext();
        return await context.OutboxMessages.CountAsync(message => message.FinishedAt == null, Token);
    }
}
