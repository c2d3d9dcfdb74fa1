using System.Text.RegularExpressions;
using Onboarding.Core.Stages.Stage2Verification;

namespace Onboarding.Portal.Integrations.Sources;

/// <summary>Puts a question into the words of a source.</summary>
internal static partial class SourceRequests
{
    /// <summary>The fields that stand in a path.</summary>
    public static IEnumerable<string> Placeholders(string path) => Placeholder().Matches(path).Select(match => match.Groups["field"].Value);

    /// <summary>A new request; each attempt needs its own.</summary>
    public static HttpRequestMessage Of(SourceSettings settings, SourceQuestion question)
    {
        string path = Placeholder().Replace(settings.Path, match => Uri.EscapeDataString(question.Values.GetValueOrDefault(match.Groups["field"].Value, "")));
        HttpRequestMessage request = new(settings.UsesGet ? HttpMethod.Get : HttpMethod.Post, settings.BaseAddress.TrimEnd('/') + "/" + path.TrimStart('/'));
        if (!settings.UsesGet)
        {
            request.Content = JsonContent.Create(settings.Fields
                .Where(field => question.Values.ContainsKey(field.Field))
                .ToDictionary(field => field.Name, field => question.Values[field.Field], StringComparer.Ordinal));
        }

        if (!string.IsNullOrEmpty(settings.ApiKey))
        {
            request.Headers.Add(settings.ApiKeyHeader, settings.ApiKey);
        }

        return request;
    }

    [GeneratedRegex(@"\{(?<field>\w+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
