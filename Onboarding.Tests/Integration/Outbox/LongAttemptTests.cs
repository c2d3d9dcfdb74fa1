using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Integration.Activation;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Outbox;

/// <summary>The whole portal, and an activation system that takes longer than a message is leased for.</summary>
public sealed class LongAttemptTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task An_order_that_outlasts_its_lease_is_not_given_a_second_time(DatabaseKind kind)
    {
        await using ActivationEndpoint endpoint = await ActivationEndpoint.StartAsync();
        TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        endpoint.Answer = async context =>
        {
            await answer.Task;
            await context.Response.WriteAsync("""{"reference":"EXT-1"}""");
        };
        await using PortalHost host = await databases.PortalAsync(
            kind, ("Activation:Endpoint", endpoint.Address), ("Activation:Key", ActivationBench.Key), ("Activation:TimeoutSeconds", "120"), ("Outbox:LeaseSeconds", "1"));
        CasesAt cases = new(host.Services);
        CaseState state = await cases.ActivatingAsync();
        await MailboxAssertions.EventuallyAsync(() => Task.FromResult(endpoint.Orders.Count == 1), "the order arrives");
        await MailboxAssertions.EventuallyAsync(() => IsLeaseOverAsync(host, state.CaseId), "its lease ends");

        // What is written now is sent by a sender that looked for what is due after that.
        int before = (await host.Services.MailsAsync()).Count;
        await cases.ReceivedAsync(Registrations.Person(9911));
        await MailboxAssertions.EventuallyAsync(async () => (await host.Services.MailsAsync()).Count > before, "the sender has looked again");

        endpoint.Orders.Count.ShouldBe(1);
        answer.SetResult();
        await MailboxAssertions.EventuallyAsync(async () => (await cases.LoadAsync(state.CaseId)).Status == CaseStatus.Active, "the case is active");
        endpoint.Orders.Count.ShouldBe(1);
    }

    private static async Task<bool> IsLeaseOverAsync(PortalHost host, Guid caseId)
    {
        await using OnboardingContext context = host.Services.GetRequiredService<OnboardingContextFactory>().CreateDbContext();
        OutboxMessage order = await context.OutboxMessages.AsNoTracking().SingleAsync(message => message.CaseId == caseId && message.Kind == OutboxKind.ActivateService, Token);
        return order.NextAttemptAt <= host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
    }
}
