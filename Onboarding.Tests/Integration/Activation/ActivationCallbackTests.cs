using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Integrations.Activation;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Activation;

/// <summary>The activation system calls back over real HTTP: what is signed, new and of a known order is taken once; all else is not.</summary>
public sealed class ActivationCallbackTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const string Key = "a key of the callbacks, long enough";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Makes_the_case_active_and_frees_what_waited_behind_the_order(DatabaseKind kind)
    {
        await using Scene scene = await Scene.BeginAsync(databases, kind);

        (await scene.CallAsync(scene.Event("evt-1"))).ShouldBe(HttpStatusCode.NoContent);

        OnboardingCase owner = await scene.CaseAsync();
        (owner.Status, owner.ActivationReference, owner.FollowUps.Count).ShouldBe((CaseStatus.Active, "EXT-7", 1));
        await MailboxAssertions.EventuallyAsync(
            async () => (await scene.MessagesAsync()).All(message => message.FinishedAt is not null), "the notice is sent at once, not after the wait for the callback");
        (await scene.Exchanges()).Select(entry => (entry.Exchange.Direction, entry.Exchange.Outcome)).ShouldBe(
            [(ExchangeDirection.Callback, ExchangeOutcome.Done), (ExchangeDirection.Order, ExchangeOutcome.Accepted)]);
    }

    [Theory, DatabaseProviders]
    public async Task Takes_an_event_once_and_another_event_of_the_same_order_changes_nothing(DatabaseKind kind)
    {
        await using Scene scene = await Scene.BeginAsync(databases, kind);
        (await scene.CallAsync(scene.Event("evt-1"))).ShouldBe(HttpStatusCode.NoContent);

        (await scene.CallAsync(scene.Event("evt-1"))).ShouldBe(HttpStatusCode.Conflict);
        HttpStatusCode[] others = await Task.WhenAll(Enumerable.Range(2, 5).Select(number => scene.CallAsync(scene.Event($"evt-{number}"))));

        others.ShouldAllBe(status => status == HttpStatusCode.NoContent);
        (await scene.CaseAsync()).FollowUps.Count.ShouldBe(1);
        (await scene.MessagesAsync()).Count(message => message.Kind == OutboxKind.MailActivated).ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_becomes_work_for_it_and_the_order_is_not_given_again_by_itself()
    {
        await using Scene scene = await Scene.BeginAsync(databases, DatabaseKind.Sqlite);

        (await scene.CallAsync(new { eventId = "evt-1", idempotencyKey = scene.Decision, status = "failed", errorCode = "no-port <b>" })).ShouldBe(HttpStatusCode.NoContent);

        OnboardingCase owner = await scene.CaseAsync();
        (owner.Status, owner.ActivationFailed, owner.LiveWorkItem!.Queue).ShouldBe((CaseStatus.Activating, true, WorkQueue.ActivationFailure));
        (await scene.MessagesAsync()).ShouldAllBe(message => message.FinishedAt != null);
        (await scene.Exchanges())[0].Exchange.Error.ShouldBe("ReportedByCallback", "words from outside are not shown");
    }

    [Fact]
    public async Task Refuses_what_is_not_signed_with_the_secret_now_over_this_body()
    {
        await using Scene scene = await Scene.BeginAsync(databases, DatabaseKind.Sqlite);
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(scene.Event("evt-1"));
        long now = scene.Now;

        string?[] signatures =
        [
            null, "", "t=1", $"t={now}", $"t={now},v1=", $"t={now},v1={new string('0', 64)}", $"t={now},v1={new string('g', 64)}",
            ActivationSignature.Sign("another key that is long enough", now, body),
            ActivationSignature.Sign(Key, now, [.. body, 32]),
            ActivationSignature.Sign(Key, now - 301, body),
            // The clock goes on while the calls before this one are made.
            ActivationSignature.Sign(Key, now + 420, body),
            $"t={now + 1},{ActivationSignature.Sign(Key, now, body).Split(',')[1]}",
            new string('x', 5000),
        ];
        foreach (string? signature in signatures)
        {
            (await scene.PostAsync(body, signature)).ShouldBe(HttpStatusCode.Unauthorized, signature ?? "none");
        }

        (await scene.CaseAsync()).Status.ShouldBe(CaseStatus.Activating);
        (await scene.PostAsync(body, ActivationSignature.Sign(Key, now - 200, body))).ShouldBe(HttpStatusCode.NoContent, "a clock that is a little off is no reason");
    }

    [Fact]
    public async Task Refuses_nonsense_with_a_good_signature()
    {
        await using Scene scene = await Scene.BeginAsync(databases, DatabaseKind.Sqlite);
        (string Body, HttpStatusCode Status)[] calls =
        [
            ("", HttpStatusCode.BadRequest),
            ("null", HttpStatusCode.BadRequest),
            ("[]", HttpStatusCode.BadRequest),
            ("{", HttpStatusCode.BadRequest),
            ("""{"eventId":"e","idempotencyKey":"no guid","status":"activated","reference":"X"}""", HttpStatusCode.BadRequest),
            ($$"""{"eventId":"e","idempotencyKey":"{{scene.Decision}}","status":"maybe","reference":"X"}""", HttpStatusCode.BadRequest),
            ($$"""{"eventId":"e","idempotencyKey":"{{scene.Decision}}","status":"activated"}""", HttpStatusCode.BadRequest),
            ($$"""{"eventId":"e","idempotencyKey":"{{scene.Decision}}","status":"activated","reference":"<b>"}""", HttpStatusCode.BadRequest),
            ($$"""{"eventId":"","idempotencyKey":"{{scene.Decision}}","status":"activated","reference":"X"}""", HttpStatusCode.BadRequest),
            ($$"""{"eventId":"{{new string('e', 101)}}","idempotencyKey":"{{scene.Decision}}","status":"activated","reference":"X"}""", HttpStatusCode.BadRequest),
            ($$"""{"eventId":"e","idempotencyKey":"{{Guid.Empty}}","status":"activated","reference":"X"}""", HttpStatusCode.NotFound),
            (new string(' ', 20_000), HttpStatusCode.RequestEntityTooLarge),
        ];
        foreach ((string text, HttpStatusCode status) in calls)
        {
            byte[] body = Encoding.UTF8.GetBytes(text);
            (await scene.PostAsync(body, ActivationSignature.Sign(Key, scene.Now, body))).ShouldBe(status, text.Trim());
        }

        (await scene.CaseAsync()).Status.ShouldBe(CaseStatus.Activating);
    }

    [Fact]
    public async Task Asks_to_come_again_while_compliance_holds_the_case_and_takes_the_same_event_then()
    {
        await using Scene scene = await Scene.BeginAsync(databases, DatabaseKind.Sqlite);
        HoldCaseHandler hold = scene.Get<HoldCaseHandler>();
        (await hold.PlaceAsync(new(new(scene.CaseId, null), "periksa"), Staff.Ratna, Token)).ShouldBeDone();
        (await scene.CallAsync(scene.Event("evt-1"))).ShouldBe(HttpStatusCode.ServiceUnavailable);

        (await hold.ReleaseAsync(new(new(scene.CaseId, null), "selesai"), Staff.Ratna, Token)).ShouldBeDone();

        (await scene.CallAsync(scene.Event("evt-1"))).ShouldBe(HttpStatusCode.NoContent);
        (await scene.CaseAsync()).Status.ShouldBe(CaseStatus.Active);
    }

    [Fact]
    public async Task Is_not_there_where_no_system_calls_back()
    {
        await using PortalHost portal = await databases.PortalAsync(DatabaseKind.Sqlite);
        using HttpClient client = new() { BaseAddress = portal.Address };
        using StringContent body = new("{}");

        (await client.PostAsync(new Uri(ActivationCallback.Path, UriKind.Relative), body, Token)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed, "as every address that takes no posts");
    }

    private sealed class Scene : IAsyncDisposable
    {
        private readonly ActivationEndpoint _endpoint;
        private readonly PortalHost _portal;
        private readonly HttpClient _client;

        private Scene(ActivationEndpoint endpoint, PortalHost portal)
        {
            _endpoint = endpoint;
            _portal = portal;
            _client = new HttpClient { BaseAddress = portal.Address };
        }

        public Guid CaseId { get; private set; }

        public Guid Decision { get; private set; }

        public long Now => _portal.Clock.GetUtcNow().ToUnixTimeSeconds();

        public static async Task<Scene> BeginAsync(TestDatabases databases, DatabaseKind kind)
        {
            ActivationEndpoint endpoint = await ActivationEndpoint.StartAsync();
            endpoint.Answer = context =>
            {
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                return Task.CompletedTask;
            };
            PortalHost portal = await databases.PortalAsync(
                kind, ("Activation:Endpoint", endpoint.Address), ("Activation:Key", ActivationBench.Key), ("Activation:CallbackKey", Key));
            Scene scene = new(endpoint, portal);
            scene.CaseId = (await new CasesAt(portal.Services).ActivatingAsync()).CaseId;
            scene.Decision = (await scene.CaseAsync()).Decisions.Single().Id;
            await MailboxAssertions.EventuallyAsync(async () => (await scene.Exchanges()).Count == 1, "the order was taken");
            return scene;
        }

        public object Event(string id) => new { eventId = id, idempotencyKey = Decision, status = "activated", reference = "EXT-7" };

        public Task<HttpStatusCode> CallAsync(object call)
        {
            byte[] body = JsonSerializer.SerializeToUtf8Bytes(call);
            return PostAsync(body, ActivationSignature.Sign(Key, Now, body));
        }

        public async Task<HttpStatusCode> PostAsync(byte[] body, string? signature)
        {
            using HttpRequestMessage request = new(HttpMethod.Post, ActivationCallback.Path) { Content = new ByteArrayContent(body) };
            if (signature is not null)
            {
                request.Headers.TryAddWithoutValidation(ActivationSignature.Header, signature);
            }

            using HttpResponseMessage answer = await _client.SendAsync(request, Token);
            return answer.StatusCode;
        }

        public T Get<T>()
            where T : notnull => _portal.Services.GetRequiredService<T>();

        public Task<OnboardingCase> CaseAsync() => new CasesAt(_portal.Services).LoadAsync(CaseId);

        public Task<IReadOnlyList<ShownExchange>> Exchanges() => Get<ActivationExchanges>().ListAsync(CaseId, Staff.Rudi, Token);

        public async Task<List<OutboxMessage>> MessagesAsync()
        {
            await using OnboardingContext context = Get<OnboardingContextFactory>().CreateDbContext();
            return await context.OutboxMessages.AsNoTracking().Where(message => message.CaseId == CaseId).ToListAsync(Token);
        }

        public async ValueTask DisposeAsync()
        {
            _client.Dispose();
            await _portal.DisposeAsync();
            await _endpoint.DisposeAsync();
        }
    }
}
