using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Integrations.Activation;
using Onboarding.Portal.Mail;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Mail;

/// <summary>A mail that was taken and came back: the mail system tells it over real HTTP, signed; all else is refused.</summary>
public sealed class BounceTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const string Key = "a key of the bounces, long enough";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_mail_that_came_back_is_shown_and_becomes_work_once(DatabaseKind kind)
    {
        await using PortalHost host = await databases.PortalAsync(kind, ("Mail:BounceKey", Key));
        (CaseState state, ApplicantMessage sent) = await SentAsync(host);

        (await TellAsync(host, $$"""{"messageId":"<{{sent.Id:N}}@onboarding.example>","status":"4.2.2"}""")).ShouldBe(HttpStatusCode.NoContent, "it may still arrive");
        (await MessageAsync(host, state)).State.ShouldBe(MessageState.Sent);
        for (int time = 0; time < 2; time++)
        {
            (await TellAsync(host, $$"""{"messageId":"<{{sent.Id:N}}@onboarding.example>","status":"5.1.1"}""")).ShouldBe(HttpStatusCode.NoContent);
        }

        ApplicantMessage returned = await MessageAsync(host, state);
        (returned.State, returned.LastError).ShouldBe((MessageState.NotDelivered, "Bounced"));
        (await new CasesAt(host.Services).LoadAsync(state.CaseId)).LiveConcerns.ShouldHaveSingleItem().Concern.ShouldBe(ConcernKind.MessageNotDelivered);
    }

    [Theory, DatabaseProviders]
    public async Task A_mail_that_was_sent_again_is_not_returned_by_what_is_told_of_its_first_sending(DatabaseKind kind)
    {
        await using PortalHost host = await databases.PortalAsync(kind, ("Mail:BounceKey", Key));
        (CaseState state, ApplicantMessage sent) = await SentAsync(host);
        string Told(string sending) => $$"""{"messageId":"<{{sent.Id:N}}{{sending}}@onboarding.example>","status":"5.1.1"}""";
        (await TellAsync(host, Told(""))).ShouldBe(HttpStatusCode.NoContent);
        (await host.Services.GetRequiredService<ResendMessageHandler>().HandleAsync(new(new(state.CaseId, null), sent.Id), Staff.Sari, Token)).ShouldBeDone();
        await MailboxAssertions.EventuallyAsync(async () => (await MessageAsync(host, state)).State == MessageState.Sent, "the mail is sent again");

        (await TellAsync(host, Told(""))).ShouldBe(HttpStatusCode.NoContent, "the mail system tells it twice");
        (await MessageAsync(host, state)).State.ShouldBe(MessageState.Sent);

        (await TellAsync(host, Told(".1"))).ShouldBe(HttpStatusCode.NoContent);
        (await MessageAsync(host, state)).State.ShouldBe(MessageState.NotDelivered);
    }

    [Fact]
    public async Task Refuses_what_is_not_signed_now_what_is_nonsense_and_what_nobody_sent()
    {
        await using PortalHost host = await databases.PortalAsync(DatabaseKind.Sqlite, ("Mail:BounceKey", Key));
        (CaseState state, ApplicantMessage sent) = await SentAsync(host);
        string good = $$"""{"messageId":"{{sent.Id:N}}@onboarding.example","status":"5.1.1"}""";
        byte[] body = Encoding.UTF8.GetBytes(good);
        long now = host.Clock.GetUtcNow().ToUnixTimeSeconds();

        foreach (string? signature in new[] { null, "t=1", ActivationSignature.Sign("another key that is long enough", now, body), ActivationSignature.Sign(Key, now - 301, body) })
        {
            (await PostAsync(host, body, signature)).ShouldBe(HttpStatusCode.Unauthorized);
        }

        foreach (string nonsense in new[] { "", "null", "[]", "{}", """{"messageId":"x@y","status":"5.1.1"}""", $$"""{"messageId":"{{sent.Id:N}}","status":"bounced"}""" })
        {
            (await TellAsync(host, nonsense)).ShouldBe(HttpStatusCode.BadRequest, nonsense);
        }

        (await TellAsync(host, $$"""{"messageId":"{{Guid.Empty:N}}@onboarding.example","status":"5.1.1"}""")).ShouldBe(HttpStatusCode.NotFound);
        (await TellAsync(host, new string(' ', 20_000))).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await MessageAsync(host, state)).State.ShouldBe(MessageState.Sent);
    }

    [Fact]
    public async Task Without_a_secret_there_is_nothing_to_tell()
    {
        await using PortalHost host = await databases.PortalAsync(DatabaseKind.Sqlite);

        (await TellAsync(host, "{}")).ShouldNotBe(HttpStatusCode.NoContent);
    }

    private static async Task<(CaseState State, ApplicantMessage Sent)> SentAsync(PortalHost host)
    {
        CaseState state = await new CasesAt(host.Services).ReceivedAsync();
        await MailboxAssertions.EventuallyAsync(async () => (await MessageAsync(host, state)).State == MessageState.Sent, "the mail is sent");
        return (state, await MessageAsync(host, state));
    }

    private static async Task<ApplicantMessage> MessageAsync(PortalHost host, CaseState state) =>
        (await host.Services.GetRequiredService<ApplicantMessages>().ListAsync(state.CaseId, Staff.Sari, Token)).Single();

    private static Task<HttpStatusCode> TellAsync(PortalHost host, string text)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        return PostAsync(host, body, ActivationSignature.Sign(Key, host.Clock.GetUtcNow().ToUnixTimeSeconds(), body));
    }

    private static async Task<HttpStatusCode> PostAsync(PortalHost host, byte[] body, string? signature)
    {
        using HttpClient client = new() { BaseAddress = host.Address };
        using HttpRequestMessage request = new(HttpMethod.Post, BounceCallback.Path) { Content = new ByteArrayContent(body) };
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation(ActivationSignature.Header, signature);
        }

        using HttpResponseMessage answer = await client.SendAsync(request, Token);
        return answer.StatusCode;
    }
}
