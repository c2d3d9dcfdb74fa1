using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Messages;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Integrations.Activation;
using Onboarding.Portal.Integrations.Messages;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Messages;

/// <summary>Short messages to a service that is real and misbehaves.</summary>
public sealed class TextMessageTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const string Key = "a key of the tests, long enough";
    private const string Number = "+6281200009901";

    private static readonly Guid Id = new("01a20000-0000-7000-8000-000000000002");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signs_what_it_sends_and_names_it_by_the_same_key_each_time()
    {
        await using MessageService service = await MessageService.StartAsync();
        HttpMessageChannel channel = Channel(service.Address);

        await channel.SendAsync(new OutgoingText(Id, Number, "Layanan Anda aktif."), Token);
        await channel.SendAsync(new OutgoingText(Id, Number, "Layanan Anda aktif."), Token);

        service.Messages.Count.ShouldBe(2);
        service.Messages.ShouldAllBe(message => message.IdempotencyKey == Id.ToString("N") && message.Body.Contains("9901", StringComparison.Ordinal));
        service.Messages.ShouldAllBe(message => ActivationSignature.IsValid(
            message.Signature, Key, Encoding.UTF8.GetBytes(message.Body), TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(5)));
    }

    [Theory]
    [InlineData(500, "oops", "Http500", false)]
    [InlineData(429, "", "Http429", false)]
    [InlineData(302, "", "Http302", false)]
    [InlineData(422, "{\"error\":\"no such number\"}", "NumberRefused", true)]
    [InlineData(200, "<html>", "NonsenseAnswer", false)]
    [InlineData(200, "", "NonsenseAnswer", false)]
    [InlineData(200, "null", "NonsenseAnswer", false)]
    [InlineData(200, "{\"id\":\" \"}", "NonsenseAnswer", false)]
    public async Task Takes_any_other_answer_as_a_failure(int status, string body, string code, bool isPermanent)
    {
        await using MessageService service = await MessageService.StartAsync();
        service.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return context.Response.WriteAsync(body);
        };

        TextNotSentException failure = await Should.ThrowAsync<TextNotSentException>(() => Channel(service.Address).SendAsync(new OutgoingText(Id, Number, "x"), Token));

        (failure.Code, failure.IsPermanent).ShouldBe((code, isPermanent));
        service.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Waits_for_a_silent_service_no_longer_than_the_limit_and_says_that_one_is_down()
    {
        string address;
        await using (MessageService service = await MessageService.StartAsync())
        {
            address = service.Address;
            service.Answer = context => new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
            (await Should.ThrowAsync<TextNotSentException>(() => Channel(address).SendAsync(new OutgoingText(Id, Number, "x"), Token))).Code.ShouldBe("Timeout");
        }

        (await Should.ThrowAsync<TextNotSentException>(() => Channel(address).SendAsync(new OutgoingText(Id, Number, "x"), Token))).Code.ShouldBe("Unreachable");
    }

    [Theory, DatabaseProviders]
    public async Task A_new_customer_gets_a_mail_and_a_short_message_when_a_service_is_set(DatabaseKind kind)
    {
        await using MessageService service = await MessageService.StartAsync();
        await using PortalHost host = await databases.PortalAsync(kind, ("Messages:Endpoint", service.Address), ("Messages:Key", Key));
        CaseState state = await new CasesAt(host.Services).ActivatingAsync();

        await MailboxAssertions.EventuallyAsync(() => Task.FromResult(service.Messages.Count == 1), "the short message is sent");

        string reference = (await new CasesAt(host.Services).LoadAsync(state.CaseId)).ActivationReference.ShouldNotBeNull();
        service.Messages.Single().Body.ShouldContain(reference);
    }

    [Theory]
    [InlineData(false, Number)]
    [InlineData(true, "+622100009901")]
    public async Task Nothing_is_ordered_without_a_service_or_for_a_number_that_takes_none(bool isOn, string phone)
    {
        await using CoreHost core = await CoreHost.StartAsync(
            await databases.Fresh(DatabaseKind.Sqlite), services => services.AddSingleton(new TextMessageRules(isOn)));

        CaseState state = await core.Cases.ActiveAsync(Registrations.Person(77) with { Phone = phone });

        await using OnboardingContext context = core.Get<OnboardingContextFactory>().CreateDbContext();
        List<OutboxKind> kinds = await context.OutboxMessages.Where(message => message.CaseId == state.CaseId).Select(message => message.Kind).ToListAsync(Token);
        kinds.ShouldContain(OutboxKind.MailActivated);
        kinds.ShouldNotContain(OutboxKind.TextActivated);
    }

    [Theory]
    [InlineData("http://elsewhere.example/messages", Key, "whatsapp")]
    [InlineData("https://elsewhere.example/messages", "short", "whatsapp")]
    [InlineData("https://elsewhere.example/messages", Key, "pigeon")]
    public void A_setting_that_cannot_be_used_stops_the_start(string endpoint, string key, string channel)
    {
        ConfigurationManager settings = new() { ["Messages:Endpoint"] = endpoint, ["Messages:Key"] = key, ["Messages:Channel"] = channel };

        Should.Throw<StartupRefusedException>(() => MessageSettings.Read(settings));
    }

    private static HttpMessageChannel Channel(string address) => new(
        new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }), new MessageSettings { Endpoint = address, Key = Key, TimeoutSeconds = 2 }, TimeProvider.System);
}
