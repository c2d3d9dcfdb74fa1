using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Integrations.Sources;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Sources;

/// <summary>Questions to a real HTTP server that behaves and that does not.</summary>
public sealed class HttpSourceTests
{
    private const string Nik = "3171031708909901";

    private readonly TestClock _clock = new(CoreHost.Start);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_the_fields_of_the_settings_and_reads_whether_each_agrees()
    {
        await using SourceEndpoint endpoint = await SourceEndpoint.StartAsync();

        SourceReply reply = await Source(endpoint).AskAsync(Question(), Token);

        (reply.State, reply.Reference).ShouldBe((SourceState.Match, "R-1"));
        reply.Fields.ShouldBe(new Dictionary<string, bool> { [nameof(PersonData.Nik)] = true, [nameof(PersonData.FullName)] = true }, ignoreOrder: true);
        ReceivedQuestion asked = endpoint.Questions.ShouldHaveSingleItem();
        asked.Path.ShouldBe("/v1/verify");
        asked.Body.ShouldBe($$"""{"nik":"{{Nik}}","nama":"Budi Santoso"}""");
        asked.Key.ShouldBe("rahasia");
    }

    [Theory]
    [InlineData("""{"data":{"nik":"Sesuai","nama":"Tidak Sesuai"}}""", SourceState.Mismatch, null)]
    [InlineData("""{"data":{"nik":"Sesuai"}}""", SourceState.Match, null)]
    [InlineData("""{"data":{}}""", SourceState.Unavailable, "NonsenseAnswer")]
    [InlineData("<html>maintenance</html>", SourceState.Unavailable, "NonsenseAnswer")]
    [InlineData("", SourceState.Unavailable, "NonsenseAnswer")]
    [InlineData("[1,2]", SourceState.Unavailable, "NonsenseAnswer")]
    public async Task Takes_an_answer_for_what_it_says_and_nonsense_for_none(string body, SourceState state, string? failure)
    {
        await using SourceEndpoint endpoint = await SourceEndpoint.StartAsync();
        endpoint.Answer = context => context.Response.WriteAsync(body);

        SourceReply reply = await Source(endpoint).AskAsync(Question(), Token);

        (reply.State, reply.Failure).ShouldBe((state, failure));
        endpoint.Questions.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(404, SourceState.NotFound, null, 1)]
    [InlineData(401, SourceState.Unavailable, "Http401", 1)]
    [InlineData(302, SourceState.Unavailable, "Http302", 1)]
    [InlineData(500, SourceState.Unavailable, "Http500", 3)]
    [InlineData(503, SourceState.Unavailable, "Http503", 3)]
    [InlineData(429, SourceState.Unavailable, "Http429", 3)]
    public async Task Tries_again_only_what_may_pass(int status, SourceState state, string? failure, int attempts)
    {
        await using SourceEndpoint endpoint = await SourceEndpoint.StartAsync();
        endpoint.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };

        SourceReply reply = await Source(endpoint).AskAsync(Question(), Token);

        (reply.State, reply.Failure).ShouldBe((state, failure));
        endpoint.Questions.Count.ShouldBe(attempts);
    }

    [Fact]
    public async Task Does_not_wait_for_a_source_that_asks_for_more_patience_than_a_person_has()
    {
        await using SourceEndpoint endpoint = await SourceEndpoint.StartAsync();
        endpoint.Answer = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "600";
            return Task.CompletedTask;
        };

        (await Source(endpoint).AskAsync(Question(), Token)).Failure.ShouldBe("Http429");
        endpoint.Questions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Gets_the_answer_when_the_failure_passes()
    {
        await using SourceEndpoint endpoint = await SourceEndpoint.StartAsync();
        Func<HttpContext, Task> healthy = endpoint.Answer;
        endpoint.Answer = context =>
        {
            endpoint.Answer = healthy;
            context.Abort();
            return Task.CompletedTask;
        };

        (await Source(endpoint).AskAsync(Question(), Token)).State.ShouldBe(SourceState.Match);
        endpoint.Questions.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Gives_up_on_silence_on_a_flood_on_a_broken_connection_and_on_an_empty_port()
    {
        SourceEndpoint endpoint = await SourceEndpoint.StartAsync();
        HttpVerificationSource source = Source(endpoint, settings => settings with { Retries = 0, TimeoutSeconds = 0.3, BreakerFailures = 100 });
        endpoint.Answer = context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        (await source.AskAsync(Question(), Token)).Failure.ShouldBe("Timeout");

        endpoint.Answer = context => context.Response.WriteAsync(new string('x', 200_000));
        (await source.AskAsync(Question(), Token)).Failure.ShouldBe("NonsenseAnswer");

        endpoint.Answer = async context =>
        {
            context.Response.ContentLength = 500;
            await context.Response.WriteAsync("{\"data\":");
            context.Abort();
        };
        (await source.AskAsync(Question(), Token)).Failure.ShouldBe("Unreachable");

        await endpoint.DisposeAsync();
        (await source.AskAsync(Question(), Token)).Failure.ShouldBe("Unreachable");
        source.IsDown.ShouldBeTrue();
    }

    [Fact]
    public async Task Stops_asking_after_failures_in_a_row_and_finds_out_later_whether_it_is_back()
    {
        await using SourceEndpoint endpoint = await SourceEndpoint.StartAsync();
        Func<HttpContext, Task> healthy = endpoint.Answer;
        endpoint.Answer = Broken;
        HttpVerificationSource source = Source(endpoint, settings => settings with { Retries = 0, BreakerFailures = 3, BreakerSeconds = 30 });
        for (int attempt = 0; attempt < 3; attempt++)
        {
            (await source.AskAsync(Question(), Token)).Failure.ShouldBe("Http500");
        }

        (await source.AskAsync(Question(), Token)).Failure.ShouldBe("CircuitOpen");
        endpoint.Questions.Count.ShouldBe(3);
        source.IsDown.ShouldBeTrue();

        // Half open: one question goes through, and while it fails the break begins again.
        _clock.Advance(TimeSpan.FromSeconds(31));
        (await source.AskAsync(Question(), Token)).Failure.ShouldBe("Http500");
        (await source.AskAsync(Question(), Token)).Failure.ShouldBe("CircuitOpen");
        endpoint.Questions.Count.ShouldBe(4);

        endpoint.Answer = healthy;
        _clock.Advance(TimeSpan.FromSeconds(31));
        (await source.AskAsync(Question(), Token)).State.ShouldBe(SourceState.Match);
        (await source.AskAsync(Question(), Token)).State.ShouldBe(SourceState.Match);
        source.IsDown.ShouldBeFalse();
    }

    [Fact]
    public async Task Ends_at_once_when_the_person_gives_up()
    {
        await using SourceEndpoint endpoint = await SourceEndpoint.StartAsync();
        using CancellationTokenSource asking = new();
        endpoint.Answer = async context =>
        {
            await asking.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        };

        await Should.ThrowAsync<OperationCanceledException>(() => Source(endpoint).AskAsync(Question(), asking.Token));
        endpoint.Questions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Logs_the_failure_and_nothing_of_the_person()
    {
        await using SourceEndpoint endpoint = await SourceEndpoint.StartAsync();
        endpoint.Answer = Broken;
        Lines log = new();

        await Source(endpoint, log: log).AskAsync(Question(), Token);

        log.All.ShouldHaveSingleItem().ShouldBe("Source dukcapil gave no usable answer: Http500");
    }

    [Theory]
    [InlineData("Path", "/nik/{Nik}")]
    [InlineData("BaseAddress", "http://register.example")]
    [InlineData("Name", "nama dengan spasi")]
    [InlineData("Fields:0:Field", "Tidak Ada")]
    [InlineData("Retries", "9")]
    public void Refuses_settings_that_would_ask_wrongly_or_give_somebody_away(string key, string value)
    {
        Dictionary<string, string?> settings = new(StringComparer.Ordinal)
        {
            ["Sources:Http:0:Name"] = "ahu", ["Sources:Http:0:Title"] = "AHU", ["Sources:Http:0:Kinds:0"] = "Business", ["Sources:Http:0:BaseAddress"] = "https://ahu.example",
            ["Sources:Http:0:Path"] = "/nib/{Nib}", ["Sources:Http:0:Fields:0:Field"] = "Nib", ["Sources:Http:0:Fields:0:Name"] = "nib",
            ["Sources:Http:0:Answers:0:Field"] = "Nib", ["Sources:Http:0:Answers:0:Name"] = "ok",
        };
        SourceSettings.Read(Configuration(settings)).ShouldHaveSingleItem().Name.ShouldBe("ahu");

        settings[$"Sources:Http:0:{key}"] = value;

        Should.Throw<StartupRefusedException>(() => SourceSettings.Read(Configuration(settings)));
    }

    private static Microsoft.Extensions.Configuration.IConfiguration Configuration(Dictionary<string, string?> settings) =>
        Microsoft.Extensions.Configuration.MemoryConfigurationBuilderExtensions.AddInMemoryCollection(new Microsoft.Extensions.Configuration.ConfigurationBuilder(), settings).Build();

    private static Task Broken(HttpContext context)
    {
        context.Response.StatusCode = 500;
        return context.Response.WriteAsync("oops");
    }

    private static SourceQuestion Question() => new(CustomerKind.Person, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(PersonData.Nik)] = Nik,
        [nameof(PersonData.FullName)] = "Budi Santoso",
    });

    private HttpVerificationSource Source(SourceEndpoint endpoint, Func<SourceSettings, SourceSettings>? change = null, ILogger<HttpVerificationSource>? log = null)
    {
        SourceSettings settings = new()
        {
            Name = "dukcapil", Title = "Dukcapil", Kinds = [CustomerKind.Person], BaseAddress = endpoint.Address, Path = "/v1/verify", ApiKeyHeader = "X-Kunci", ApiKey = "rahasia",
            Fields = [new() { Field = nameof(PersonData.Nik), Name = "nik" }, new() { Field = nameof(PersonData.FullName), Name = "nama" }],
            Answers = [new() { Field = nameof(PersonData.Nik), Name = "data.nik" }, new() { Field = nameof(PersonData.FullName), Name = "data.nama" }],
            ReferencePath = "ref", TimeoutSeconds = 10, Retries = 2, RetryDelayMilliseconds = 1, BreakerFailures = 50,
        };
        return new HttpVerificationSource(new Clients(), change?.Invoke(settings) ?? settings, _clock, log ?? new Lines());
    }

    private sealed class Clients : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private sealed class Lines : ILogger<HttpVerificationSource>
    {
        public List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Add(string.Create(CultureInfo.InvariantCulture, $"{formatter(state, exception)}"));
    }
}
