using Onboarding.Core.Customers.Crm;

namespace Onboarding.Portal.Features.Customers.Crm;

/// <summary>The addresses of the external CRM's page.</summary>
public static class CrmUrls
{
    /// <summary>The page.</summary>
    public const string Page = "/customers/crm";

    /// <summary>Name of the parameter with the state that is listed.</summary>
    public const string StateParameter = "state";

    /// <summary>The page with the records in a state.</summary>
    public static string With(CrmState state) => $"{Page}?{StateParameter}={state}";
}
