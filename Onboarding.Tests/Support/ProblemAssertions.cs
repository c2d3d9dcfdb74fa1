using System.Net;
using System.Text.Json;

namespace Onboarding.Tests.Support;

/// <summary>Reads the problems that the partner interface answers (RFC 9457).</summary>
public static class ProblemAssertions
{
    /// <summary>The problem of an answer, which has everything that a problem must have and nothing that it must not.</summary>
    public static async Task<JsonElement> ShouldBeProblemAsync(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(status, text);
        answer.Content.Headers.ContentType.ShouldNotBeNull(text).MediaType.ShouldBe("application/problem+json");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        using var document = JsonDocument.Parse(text);
        var problem = document.RootElement.Clone();
        problem.GetProperty("code").GetString().ShouldBe(code, text);
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.GetProperty("traceId").GetString().ShouldNotBeNullOrWhiteSpace();
        new Uri(problem.GetProperty("type").GetString()!).Fragment.ShouldStartWith("#problem-");
        text.ShouldNotContain("   at ");
        return problem;
    }

    /// <summary>Place and code of each error of a problem.</summary>
    public static IReadOnlyList<string> Errors(this JsonElement problem) =>
        [.. problem.GetProperty("errors").EnumerateArray().Select(error => $"{error.GetProperty("pointer").GetString()} {error.GetProperty("code").GetString()}")];
}
