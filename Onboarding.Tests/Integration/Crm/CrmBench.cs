using Onboarding.Core.Customers.Crm;
using Onboarding.Portal.Integrations.Crm;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Crm;

/// <summary>The connector to a real CRM, on a real database, called as the outbox and the job call it.</summary>
internal sealed class CrmBench : IDisposable
{
    /// <summary>The secret of the requests.</summary>
    public const string Key = "a key of the tests, long enough";

    /// <summary>Builds the connector.</summary>
    /// <param name="core">The core, with the connector switched on.</param>
    /// <param name="endpoint">The CRM.</param>
    /// <param name="clock">Clock of limits and breaks; the real one where it is not given.</param>
    /// <param name="pageSize">Records of a page of the CRM's list.</param>
    public CrmBench(CoreHost core, CrmEndpoint endpoint, TimeProvider? clock = null, int pageSize = 2)
    {
        clock ??= TimeProvider.System;
        Settings = new CrmSettings { Endpoint = endpoint.Address, Key = Key, TimeoutSeconds = 2, BreakerFailures = 5, PageSize = pageSize };
        Circuit = new CrmCircuit(Settings, clock);
        Crm = new HttpCustomerRelations(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }), Settings, Circuit, clock);
        Delivery = new CrmDelivery(core.Get<CrmDocuments>(), Crm, core.Get<CrmLinks>(), Settings, core.Clock);
        Runner = new CrmRunner(core.Get<CrmRuns>(), core.Get<CrmComparison>(), Delivery, Crm, Settings, core.Clock);
    }

    /// <summary>Its settings.</summary>
    public CrmSettings Settings { get; }

    /// <summary>Spares the CRM.</summary>
    public CrmCircuit Circuit { get; }

    /// <summary>The connector.</summary>
    public HttpCustomerRelations Crm { get; }

    /// <summary>What the outbox calls.</summary>
    public CrmDelivery Delivery { get; }

    /// <summary>What the job calls.</summary>
    public CrmRunner Runner { get; }

    /// <inheritdoc />
    public void Dispose() => Delivery.Dispose();
}
