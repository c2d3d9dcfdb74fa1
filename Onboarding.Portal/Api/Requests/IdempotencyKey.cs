using Onboarding.Portal.Api.Problems;

namespace Onboarding.Portal.Api.Requests;

/// <summary>The header by which a request is known when it comes again.</summary>
internal static class IdempotencyKey
{
    /// <summary>Name of the header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Name of the header that tells an answer given before.</summary>
    public const string ReplayedHeader = "Idempotent-Replayed";

    /// <summary>Greatest length of a key.</summary>
    public const int MaxLength = 200;

    /// <summary>The key; null when there is none, a problem when it is no key or there are several.</summary>
    public static (string? Key, ProblemAnswer? Problem) Read(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out var values))
        {
            return (null, null);
        }

        // The draft of the standard writes it in quotation marks, most programs do not: it is the same key.
        string key = values.Count == 1 ? values[0]!.Trim() : "";
        key = key is ['"', .., '"'] ? key[1..^1] : key;
        return key.Length is > 0 and <= MaxLength && key.All(sign => char.IsAscii(sign) && !char.IsControl(sign))
            ? (key, null)
            : (null, new ProblemAnswer(ApiProblemKind.IdempotencyKeyRequired));
    }
}
