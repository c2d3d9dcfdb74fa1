using Microsoft.AspNetCore.Authorization;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Queues;

namespace Onboarding.Portal.Security;

/// <summary>
/// Who may open which area. Each page, endpoint and hub names one of these, or says <c>[AllowAnonymous]</c>. A policy opens
/// a door only: what a person may do with one case is asked of the core each time.
/// </summary>
public static class Policies
{
    /// <summary>Any member of staff. The default for every page and every endpoint.</summary>
    public const string Staff = nameof(Staff);

    /// <summary>The work queues: everyone with a part in the SOP.</summary>
    public const string QueueAccess = nameof(QueueAccess);

    /// <summary>The page of one case: everyone with a part in the SOP.</summary>
    public const string CaseAccess = nameof(CaseAccess);

    /// <summary>The customer register: who reads it, see <see cref="Core.Customers.CustomerAccess"/>.</summary>
    public const string CustomerAccess = nameof(CustomerAccess);

    /// <summary>Changes and merges of customer records: Tim Administrasi.</summary>
    public const string CustomerEditing = nameof(CustomerEditing);

    /// <summary>The register as a file: Supervisor Layanan and Tim Kepatuhan.</summary>
    public const string CustomerExport = nameof(CustomerExport);

    /// <summary>How the external CRM stands to the register: Tim IT, and Tim Kepatuhan to look on.</summary>
    public const string CrmAccess = nameof(CrmAccess);

    /// <summary>Stages 1 and 5: Tim Customer Service.</summary>
    public const string CustomerServiceArea = nameof(CustomerServiceArea);

    /// <summary>Stage 2: Tim Administrasi.</summary>
    public const string VerificationArea = nameof(VerificationArea);

    /// <summary>Stage 3 and failed activations: Tim Administrasi and Tim IT.</summary>
    public const string RecordingArea = nameof(RecordingArea);

    /// <summary>Stages 3 and 4, storage and failed activations: Tim IT.</summary>
    public const string InformationTechnologyArea = nameof(InformationTechnologyArea);

    /// <summary>Stage 4: Supervisor Layanan.</summary>
    public const string SupervisorArea = nameof(SupervisorArea);

    /// <summary>The live dashboard: Supervisor Layanan ("pengawasan") and Tim Kepatuhan ("memastikan seluruh proses").</summary>
    public const string DashboardAccess = nameof(DashboardAccess);

    /// <summary>The links of screens on the wall: Supervisor Layanan and the administrator.</summary>
    public const string WallScreens = nameof(WallScreens);

    /// <summary>The compliance desk: Tim Kepatuhan.</summary>
    public const string ComplianceArea = nameof(ComplianceArea);

    /// <summary>Settings and staff accounts: the administrator.</summary>
    public const string AdministrationArea = nameof(AdministrationArea);

    /// <summary>What was posted to partners: Tim IT, who keep connections alive, and the administrator.</summary>
    public const string DeliveryLog = nameof(DeliveryLog);

    /// <summary>A signed-in person, whatever the role and even with a one-time password: to sign out.</summary>
    public const string OwnAccount = nameof(OwnAccount);

    private static readonly ActorRole[] PartInTheProcess =
    [
        ActorRole.CustomerService,
        ActorRole.Administration,
        ActorRole.InformationTechnology,
        ActorRole.Supervisor,
        ActorRole.Compliance,
    ];

    /// <summary>The policies and the roles that satisfy them; any one role is enough.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<ActorRole>> Roles { get; } =
        new Dictionary<string, IReadOnlyList<ActorRole>>(StringComparer.Ordinal)
        {
            [Staff] = StaffRoles.All,
            [QueueAccess] = PartInTheProcess,
            [CaseAccess] = PartInTheProcess,
            [CustomerAccess] = Core.Customers.CustomerAccess.Readers,
            [CustomerEditing] = Core.Customers.CustomerAccess.Editors,
            [CustomerExport] = Core.Customers.CustomerAccess.Exporters,
            [CrmAccess] = Core.Customers.Crm.CrmAccess.Readers,
            [CustomerServiceArea] = [ActorRole.CustomerService],
            [VerificationArea] = [ActorRole.Administration],
            [RecordingArea] = [ActorRole.Administration, ActorRole.InformationTechnology],
            [InformationTechnologyArea] = [ActorRole.InformationTechnology],
            [DashboardAccess] = [ActorRole.Supervisor, ActorRole.Compliance],
            [WallScreens] = [ActorRole.Supervisor, ActorRole.Administrator],
            [SupervisorArea] = [ActorRole.Supervisor],
            [ComplianceArea] = [ActorRole.Compliance],
            [AdministrationArea] = [ActorRole.Administrator],
            [DeliveryLog] = [ActorRole.InformationTechnology, ActorRole.Administrator],
        };

    /// <summary>Registers the policies; what declares nothing is for staff only.</summary>
    public static void AddPortalPolicies(this IServiceCollection services)
    {
        AuthorizationBuilder authorization = services.AddAuthorizationBuilder();
        foreach ((string policy, IReadOnlyList<ActorRole> roles) in Roles)
        {
            authorization.AddPolicy(policy, Require(roles));
        }

        authorization.AddPolicy(QueueAccess, policy => policy.Combine(Require(Roles[QueueAccess])).RequireAssertion(QueuePageAccess.IsSatisfied));

        authorization.AddPolicy(OwnAccount, new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        authorization.SetDefaultPolicy(Require(StaffRoles.All)).SetFallbackPolicy(Require(StaffRoles.All));
    }

    private static AuthorizationPolicy Require(IReadOnlyList<ActorRole> roles) =>
        new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireAssertion(AllowsOneTimePasswordAttribute.IsSatisfied)
            .RequireRole(roles.Select(StaffRoles.Name))
            .Build();
}
