namespace Onboarding.Portal.Features.Administration.Deliveries;

/// <summary>The addresses of the delivery log.</summary>
public static class DeliveryUrls
{
    /// <summary>The newest deliveries to all partners.</summary>
    public const string List = "/administration/deliveries";

    /// <summary>Name of the parameter with the partner.</summary>
    public const string PartnerParameter = "partner";

    /// <summary>Name of the parameter that leaves only what failed for good.</summary>
    public const string FailedParameter = "failed";

    /// <summary>Name of the parameter with the last delivery of the page before.</summary>
    public const string BeforeParameter = "before";

    /// <summary>The newest deliveries to one partner.</summary>
    public static string Of(Guid partnerId) => With(partnerId, failedOnly: false, before: null);

    /// <summary>A page of the log.</summary>
    public static string With(Guid? partnerId, bool failedOnly, Guid? before)
    {
        string[] parts =
        [
            .. partnerId is { } partner ? [$"{PartnerParameter}={partner}"] : Array.Empty<string>(),
            .. failedOnly ? [$"{FailedParameter}=true"] : Array.Empty<string>(),
            .. before is { } last ? [$"{BeforeParameter}={last}"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? List : $"{List}?{string.Join('&', parts)}";
    }
}
