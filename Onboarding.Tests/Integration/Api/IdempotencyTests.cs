using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Partners;
using Onboarding.Core.Persistence;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Api;

/// <summary>Requests that come again: once is once, whatever the network does.</summary>
public sealed class IdempotencyTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const int Senders = 20;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Makes_one_case_of_twenty_requests_with_one_key_and_answers_all_alike(DatabaseKind kind)
    {
        await using var host = await databases.PortalAsync(kind, ("RateLimits:ApiRequestsPerMinute", "100000"));
        using var partner = await ApiPartner.CreateAsync(host);
        var body = ApiPartner.Person(9921).ToJsonString();

        var answers = await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => partner.PostAsync(body, "one-key")));

        var bodies = new List<string>();
        foreach (var answer in answers)
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.Created);
            answer.Headers.Location.ShouldBe(answers[0].Headers.Location);
            bodies.Add(await answer.Content.ReadAsStringAsync(Token));
        }

        bodies.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        answers.Count(answer => !answer.Headers.Contains("Idempotent-Replayed")).ShouldBe(1);
        (await CasesAsync(host)).ShouldBe(1);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Theory, DatabaseProviders]
    public async Task Refuses_the_same_key_with_another_body_and_leaves_the_first_case_alone(DatabaseKind kind)
    {
        await using var host = await databases.PortalAsync(kind);
        using var partner = await ApiPartner.CreateAsync(host);
        var body = ApiPartner.Person(9922);
        using var first = await partner.RegisterAsync(body, "again");

        using var other = await partner.RegisterAsync(ApiPartner.Person(9923), "again");
        using var same = await partner.RegisterAsync(body, "\"again\"");

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        await other.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
        same.StatusCode.ShouldBe(HttpStatusCode.Created);
        same.Headers.GetValues("Idempotent-Replayed").ShouldBe(["true"]);
        (await same.Content.ReadAsStringAsync(Token)).ShouldBe(await first.Content.ReadAsStringAsync(Token));
        (await CasesAsync(host)).ShouldBe(1);
    }

    [Fact]
    public async Task Does_not_let_keys_of_different_partners_meet()
    {
        await using var host = await databases.PortalAsync(DatabaseKind.Sqlite);
        using var one = await ApiPartner.CreateAsync(host);
        using var two = await ApiPartner.CreateAsync(host);

        using var first = await one.RegisterAsync(ApiPartner.Person(9924), "shared");
        using var second = await two.RegisterAsync(ApiPartner.Person(9925), "shared");

        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.Headers.Contains("Idempotent-Replayed").ShouldBeFalse();
        (await CasesAsync(host)).ShouldBe(2);
    }

    [Fact]
    public async Task Lets_a_refused_request_be_mended_under_its_key()
    {
        await using var host = await databases.PortalAsync(DatabaseKind.Sqlite);
        using var partner = await ApiPartner.CreateAsync(host);
        var body = ApiPartner.Person(9926);
        body["applicant"]!["nik"] = "1";
        using var refused = await partner.RegisterAsync(body, "mended");

        using var taken = await partner.RegisterAsync(ApiPartner.Person(9926), "mended");

        await refused.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        taken.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\"\"")]
    public async Task Asks_for_a_key_where_there_is_none(string? key)
    {
        await using var host = await databases.PortalAsync(DatabaseKind.Sqlite);
        using var partner = await ApiPartner.CreateAsync(host);

        using var answer = await partner.RegisterAsync(ApiPartner.Person(9927), key);

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "idempotency_key_required");
    }

    [Theory, DatabaseProviders]
    public async Task Keeps_no_readable_word_of_key_body_or_answer_and_forgets_after_thirty_days(DatabaseKind kind)
    {
        await using var host = await databases.PortalAsync(kind);
        using var partner = await ApiPartner.CreateAsync(host);
        using var first = await partner.RegisterAsync(ApiPartner.Person(9928), "3171031708909928");
        var number = (await ApiPartner.ReadAsync(first)).GetProperty("number").GetString()!;
        var sweep = host.Services.GetRequiredService<SweepKeptAnswersHandler>();

        var kept = await ReadAsync(host, context => context.KeptAnswers.SingleAsync(Token));
        var bytes = string.Concat(new[] { kept.KeyHash, kept.BodyHash, kept.ProtectedAnswer }.Select(part => System.Text.Encoding.Latin1.GetString(part)));
        bytes.ShouldNotContain("3171031708909928");
        bytes.ShouldNotContain("Budi");
        bytes.ShouldNotContain(number);
        (await sweep.HandleAsync(Token)).ShouldBe(0);
        host.Clock.Advance(KeptAnswer.Lifetime + TimeSpan.FromMinutes(1));
        (await sweep.HandleAsync(Token)).ShouldBe(1);
        (await ReadAsync(host, context => context.KeptAnswers.CountAsync(Token))).ShouldBe(0);
    }

    [Theory, DatabaseProviders]
    public async Task Gives_the_answer_that_a_crash_kept_from_its_sender(DatabaseKind kind)
    {
        var database = await databases.Fresh(kind);
        string before;
        string key;
        using TemporaryFolder keys = new();
        var body = ApiPartner.Person(9929).ToJsonString();
        await using (var host = database.Portal())
        {
            CopyKeys(host, keys.Path);
            using var partner = await ApiPartner.CreateAsync(host);
            key = partner.Key;
            using var answer = await partner.PostAsync(body, "lost");
            before = await answer.Content.ReadAsStringAsync(Token);
        }

        // A new process on the same database and keys: the answer was saved with the case, not remembered by the process.
        await using var next = database.Portal(("Protection:KeyFolder", keys.Path));
        using var client = new HttpClient { BaseAddress = next.Address };
        client.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", key);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/registrations") { Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Headers.Add("Idempotency-Key", "lost");
        using var again = await client.SendAsync(request, Token);

        again.StatusCode.ShouldBe(HttpStatusCode.Created);
        again.Headers.GetValues("Idempotent-Replayed").ShouldBe(["true"]);
        (await again.Content.ReadAsStringAsync(Token)).ShouldBe(before);
        (await CasesAsync(next)).ShouldBe(1);
    }

    private static void CopyKeys(PortalHost host, string folder)
    {
        var from = host.Started().GetRequiredService<Onboarding.Core.Protection.MasterKeyOptions>().Folder!;
        foreach (var file in System.IO.Directory.EnumerateFiles(from))
        {
            System.IO.File.Copy(file, System.IO.Path.Combine(folder, System.IO.Path.GetFileName(file)));
        }
    }

    private static Task<int> CasesAsync(PortalHost host) => ReadAsync(host, context => context.Cases.CountAsync(Token));

    private static async Task<T> ReadAsync<T>(PortalHost host, Func<OnboardingContext, Task<T>> read)
    {
        await using var context = host.Started().GetRequiredService<OnboardingContextFactory>().CreateDbContext();
        return await read(context);
    }
}
