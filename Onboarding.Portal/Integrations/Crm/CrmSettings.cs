using Onboarding.Core.Customers.Crm;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Integrations.Crm;

/// <summary>Which external CRM gets the customer records: section <c>Crm</c>. Without an endpoint there is none.</summary>
public sealed record CrmSettings
{
    private const int ShortestKey = 16;

    /// <summary>The address of the customers there, to which the number of one is added; null when there is no CRM.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The secret with which requests are signed.</summary>
    public string? Key { get; init; }

    /// <summary>How long one request may take, in seconds.</summary>
    public int TimeoutSeconds { get; init; } = 15;

    /// <summary>After how many failures in a row nothing is sent for a while.</summary>
    public int BreakerFailures { get; init; } = 5;

    /// <summary>How long that is, in seconds.</summary>
    public int BreakerSeconds { get; init; } = 60;

    /// <summary>Records that are asked for at a time in a comparison.</summary>
    public int PageSize { get; init; } = CrmComparison.BatchSize;

    /// <summary>Which fields are sent: name here, and name there.</summary>
    public IReadOnlyDictionary<string, string?> Fields { get; init; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when there is a CRM.</summary>
    public bool IsOn => !string.IsNullOrEmpty(Endpoint);

    /// <summary>How long nothing is sent after failures in a row.</summary>
    public TimeSpan Break => TimeSpan.FromSeconds(BreakerSeconds);

    /// <summary>Reads the section.</summary>
    /// <exception cref="StartupRefusedException">A setting cannot be used; it names every field of the mapping that is wrong.</exception>
    public static CrmSettings Read(IConfiguration configuration)
    {
        CrmSettings settings = configuration.GetSection("Crm").Get<CrmSettings>() ?? new CrmSettings();

        // A mapping that is wrong is said also before the connector is switched on.
        _ = settings.ReadMapping();
        if (!settings.IsOn)
        {
            return settings;
        }

        if (!Uri.TryCreate(settings.Endpoint, UriKind.Absolute, out Uri? endpoint) || (endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback))
        {
            throw new StartupRefusedException("Crm:Endpoint must be an https address, or one on this machine.");
        }

        if (settings.Key is not { Length: >= ShortestKey } || settings.TimeoutSeconds is < 1 or > 120)
        {
            throw new StartupRefusedException($"Crm:Key needs at least {ShortestKey} characters, and Crm:TimeoutSeconds is 1 to 120.");
        }

        // A circuit breaker judges nothing by a single failure.
        if (settings.BreakerFailures is < 2 or > 100 || settings.BreakerSeconds is < 1 or > 3600 || settings.PageSize is < 1 or > CrmComparison.BatchSize)
        {
            throw new StartupRefusedException(
                $"Crm:BreakerFailures is 2 to 100, Crm:BreakerSeconds is 1 to 3600, and Crm:PageSize is 1 to {CrmComparison.BatchSize}.");
        }

        return settings;
    }

    /// <summary>The mapping.</summary>
    /// <exception cref="StartupRefusedException">An entry cannot be used.</exception>
    public CrmMapping ReadMapping()
    {
        CrmMapping mapping = CrmMapping.Read(Fields, out IReadOnlyList<CrmMappingProblem> problems);
        return problems.Count == 0 ? mapping : throw new StartupRefusedException(string.Join(' ', problems.Select(Sentence)));
    }

    /// <inheritdoc />
    public override string ToString() => IsOn ? "HTTP" : "none";

    private static string Sentence(CrmMappingProblem problem) => problem.Fault switch
    {
        CrmMappingFault.UnknownField => $"Crm:Fields:{problem.Field} is no field of a customer record; there are: {string.Join(", ", CrmFields.Names)}.",
        CrmMappingFault.NameNotWellFormed => $"Crm:Fields:{problem.Field} needs the name of the field in the CRM: letters, digits, _, - and dots, 60 at most.",
        CrmMappingFault.NameTaken => $"Crm:Fields:{problem.Field} goes under the name of another field.",
    };
}
