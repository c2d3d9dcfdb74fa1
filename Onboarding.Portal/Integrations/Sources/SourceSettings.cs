using Onboarding.Core.Cases;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Integrations.Sources;

/// <summary>One external source that is asked over HTTP: an entry of section <c>Sources:Http</c>.</summary>
internal sealed record SourceSettings
{
    private const int NameLimit = 40;

    // An address ends up in the logs of every machine on the way, so only what public registers show anyway may stand in it.
    private static readonly string[] PublicFields = [nameof(BusinessData.Nib), nameof(BusinessData.DeedNumber), nameof(BusinessData.DecreeNumber)];

    private static readonly HashSet<string> KnownFields =
        [.. new[] { typeof(PersonData), typeof(BusinessData) }.SelectMany(type => type.GetProperties()).Select(property => property.Name)];

    /// <summary>Short name, the same for ever: answers are kept under it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name on screen in Bahasa Indonesia.</summary>
    public string Title { get; init; } = "";

    /// <summary>Name on screen in English; without one, the Indonesian.</summary>
    public string? TitleEnglish { get; init; }

    /// <summary>The kinds of customers that it knows.</summary>
    public CustomerKind[] Kinds { get; init; } = [];

    /// <summary>Where it is.</summary>
    public string BaseAddress { get; init; } = "";

    /// <summary>Path below that address; <c>{Nib}</c> stands for the value of a public field.</summary>
    public string Path { get; init; } = "";

    /// <summary>True to ask with GET and no body.</summary>
    public bool UsesGet { get; init; }

    /// <summary>Name of the header with the key.</summary>
    public string ApiKeyHeader { get; init; } = "X-Api-Key";

    /// <summary>The key, or null.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Our field and the name by which it is sent, in the order of importance; the first is the key.</summary>
    public FieldName[] Fields { get; init; } = [];

    /// <summary>Our field and where in the answer it says whether the value agrees, as a dotted path.</summary>
    public FieldName[] Answers { get; init; } = [];

    /// <summary>What in the answer means "agrees".</summary>
    public string[] MatchValues { get; init; } = [];

    /// <summary>Where in the answer its own reference stands, or null.</summary>
    public string? ReferencePath { get; init; }

    /// <summary>How long one attempt may take, in seconds.</summary>
    public double TimeoutSeconds { get; init; } = 5;

    /// <summary>How often it is asked again after a failure that may pass.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>The first wait before that, in milliseconds; it doubles, with jitter.</summary>
    public int RetryDelayMilliseconds { get; init; } = 300;

    /// <summary>After how many failures in a row nobody asks for a while.</summary>
    public int BreakerFailures { get; init; } = 5;

    /// <summary>How long that is, in seconds.</summary>
    public int BreakerSeconds { get; init; } = 30;

    /// <summary>How long an answer may be used again, in hours.</summary>
    public int ValidityHours { get; init; } = 24 * 7;

    /// <summary>Reads the section.</summary>
    /// <exception cref="StartupRefusedException">A setting cannot be used.</exception>
    public static IReadOnlyList<SourceSettings> Read(IConfiguration configuration)
    {
        SourceSettings[] all = configuration.GetSection("Sources:Http").Get<SourceSettings[]>() ?? [];
        foreach (SourceSettings source in all)
        {
            source.Validate();
        }

        return all.Select(source => source.Name).Distinct(StringComparer.Ordinal).Count() == all.Length
            ? all
            : throw new StartupRefusedException("Two sources in Sources:Http have the same Name.");
    }

    /// <summary>The key is a secret.</summary>
    public override string ToString() => Name;

    private void Validate()
    {
        if (Name.Length is 0 or > NameLimit || !Name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-') || Title.Length == 0)
        {
            throw new StartupRefusedException($"A source in Sources:Http needs a Title, and a Name of at most {NameLimit} letters, digits and hyphens.");
        }

        Require(
            Uri.TryCreate(BaseAddress, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback),
            "BaseAddress must be an https address, or one on this machine.");
        Require(Kinds.Length > 0, "Kinds names Person, Business or both.");
        Require(Fields.Length > 0 && Answers.Length > 0, "Fields and Answers must not be empty.");
        Require(Fields.Concat(Answers).All(entry => KnownFields.Contains(entry.Field) && entry.Name.Length > 0), "Fields and Answers name a field that a registration does not have.");
        Require(SourceRequests.Placeholders(Path).All(PublicFields.Contains), $"Path may hold only {string.Join(", ", PublicFields)}: other values are personal and do not belong into an address.");
        Require(
            TimeoutSeconds is >= 0.1 and <= 60 && Retries is >= 0 and <= 5 && RetryDelayMilliseconds is >= 1 and <= 10_000
                && BreakerFailures is >= 2 and <= 100 && BreakerSeconds is >= 1 and <= 3600 && ValidityHours is >= 0 and <= 24 * 366,
            "TimeoutSeconds is 0.1 to 60, Retries 0 to 5, RetryDelayMilliseconds 1 to 10000, BreakerFailures 2 to 100, BreakerSeconds 1 to 3600, ValidityHours 0 to 8784.");
    }

    private void Require(bool isMet, string what)
    {
        if (!isMet)
        {
            throw new StartupRefusedException($"Sources:Http, source {Name}: {what}");
        }
    }
}

/// <summary>A field of the registration and its name in the language of a source.</summary>
internal sealed record FieldName
{
    /// <summary>Our field.</summary>
    public string Field { get; init; } = "";

    /// <summary>Its name there.</summary>
    public string Name { get; init; } = "";
}
