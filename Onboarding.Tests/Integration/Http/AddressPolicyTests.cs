using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Security;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Http;

/// <summary>Who gets in where, written down twice: here and in the portal. An address that is new, or opens to others than before, turns this red.</summary>
public sealed class AddressPolicyTests
{
    private static readonly Dictionary<string, string[]> Addresses = new(StringComparer.Ordinal)
    {
        // Files that there are not.
        [""] = ["/{**path:file}"],
        [Policies.AdministrationArea] =
        [
            "/admin/escalation",
            "/admin/holidays",
            "/admin/rejection-reasons",
            "/administration/checks",
            "/administration/outbox",
            "/administration/partners",
            "/administration/partners/{Id:guid}",
            "/administration/products",
            "/administration/products/new",
            "/administration/products/{Code}",
            "/administration/products/{Code}/follow-up",
            "/administration/staff",
            "/administration/templates",
        ],
        [Policies.CaseAccess] =
        [
            "/cases/{Number}",
            "/cases/{number}/forms/{id:guid}",
            "/cases/{number}/reports/activation-letter",
            "/cases/{number}/reports/approval-form",
            "/cases/{number}/reports/checklist",
            "/cases/{number}/reports/registration-form",
            "/cases/{number}/reports/verification-form",
            "/cases/{number}/reports/verification-log",
            "/cases/{number}/reports/verification-report",
            "/uploads/case",
        ],
        [Policies.ComplianceArea] = ["/compliance"],
        [Policies.CrmAccess] = ["/customers/crm"],
        [Policies.CustomerAccess] =
        [
            "/customers",
            "/customers/{Number}",
        ],
        [Policies.CustomerEditing] = ["/customers/{Number}/merge"],
        [Policies.CustomerExport] = ["/customers/export"],
        [Policies.CustomerServiceArea] =
        [
            "/intake/drafts",
            "/intake/drafts/{Number}",
            "/intake/import",
            "/intake/import/template.csv",
            "/intake/import/{Id:guid}",
            "/intake/import/{id:guid}/problems.csv",
            "/intake/import/{id:guid}/results.csv",
            "/intake/new",
            "/uploads/intake",
        ],
        [Policies.DashboardAccess] =
        [
            "/dashboard",
            "/dashboard/report",
            "/dashboard/table",
        ],
        [Policies.DeliveryLog] = ["/administration/deliveries"],
        [Policies.InformationTechnologyArea] = ["/administration/quarantine"],
        [Policies.OwnAccount] =
        [
            "/account/session",
            "/account/sign-out",
        ],
        [Policies.QueueAccess] =
        [
            "/hubs/queue",
            "/hubs/queue/negotiate",
            "/queues/{Slug}",
        ],
        // What a person may see there is asked of the core: their own list, their own drafts, the documents of a case that they may read.
        [Policies.Staff] =
        [
            "/account/authenticator",
            "/account/change-password",
            "/cases/{number}/documents/{id:guid}",
            "/cases/{number}/views/{token}/{page:int}",
            "/dashboard/list",
            "/demo/mail",
            "/demo/mail/{Id}",
            "/drafts",
            "/notices",
            "/notices/preferences",
            "/search",
            "/start",
        ],
        [Policies.SupervisorArea] =
        [
            "/approvals",
            "/printing",
            "/printing/{id:guid}/file",
            "/printing/{id:guid}/file/{part:int}",
        ],
        [Policies.WallScreens] = ["/dashboard/screens"],
        ["partner documents:write"] = ["/api/v1/registrations/{number}/documents"],
        ["partner registrations:read"] =
        [
            "/api/v1/privacy-policy",
            "/api/v1/products",
            "/api/v1/regions",
            "/api/v1/registrations/{number}",
            "/api/v1/registrations/{number}/documents",
        ],
        ["partner registrations:write"] = ["/api/v1/registrations"],
    };

    private static readonly Dictionary<string, ActorRole[]> LetIn = new(StringComparer.Ordinal)
    {
        [Policies.Staff] = [ActorRole.CustomerService, ActorRole.Administration, ActorRole.InformationTechnology, ActorRole.Supervisor, ActorRole.Compliance, ActorRole.Administrator],
        [Policies.QueueAccess] = [ActorRole.CustomerService, ActorRole.Administration, ActorRole.InformationTechnology, ActorRole.Supervisor, ActorRole.Compliance],
        [Policies.CaseAccess] = [ActorRole.CustomerService, ActorRole.Administration, ActorRole.InformationTechnology, ActorRole.Supervisor, ActorRole.Compliance],
        [Policies.CustomerAccess] = [ActorRole.CustomerService, ActorRole.Administration, ActorRole.Supervisor, ActorRole.Compliance],
        [Policies.CustomerEditing] = [ActorRole.Administration],
        [Policies.CustomerExport] = [ActorRole.Supervisor, ActorRole.Compliance],
        [Policies.CrmAccess] = [ActorRole.InformationTechnology, ActorRole.Compliance],
        [Policies.CustomerServiceArea] = [ActorRole.CustomerService],
        [Policies.VerificationArea] = [ActorRole.Administration],
        [Policies.RecordingArea] = [ActorRole.Administration, ActorRole.InformationTechnology],
        [Policies.InformationTechnologyArea] = [ActorRole.InformationTechnology],
        [Policies.DashboardAccess] = [ActorRole.Supervisor, ActorRole.Compliance],
        [Policies.WallScreens] = [ActorRole.Supervisor, ActorRole.Administrator],
        [Policies.SupervisorArea] = [ActorRole.Supervisor],
        [Policies.ComplianceArea] = [ActorRole.Compliance],
        [Policies.AdministrationArea] = [ActorRole.Administrator],
        [Policies.DeliveryLog] = [ActorRole.InformationTechnology, ActorRole.Administrator],
    };

    [Fact]
    public async Task Every_address_of_the_staff_stands_under_the_policy_that_is_written_here()
    {
        await using PortalHost host = new();
        _ = host.Address;

        string[] actual = [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => $"{PolicyOf(endpoint)} /{endpoint.RoutePattern.RawText!.TrimStart('/')}")
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        actual.ShouldBe(Addresses.SelectMany(entry => entry.Value.Select(address => $"{entry.Key} {address}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_policy_lets_in_exactly_the_roles_that_are_written_here()
    {
        await using PortalHost host = new();
        IAuthorizationService authorization = host.Started().GetRequiredService<IAuthorizationService>();
        Policies.Roles.Keys.ShouldBe(LetIn.Keys, ignoreOrder: true);

        foreach ((string policy, ActorRole[] roles) in LetIn)
        {
            foreach (ActorRole role in Enum.GetValues<ActorRole>())
            {
                ClaimsPrincipal person = new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "x"), new Claim(ClaimTypes.Role, StaffRoles.All.Contains(role) ? StaffRoles.Name(role) : role.ToString())], "test"));
                (await authorization.AuthorizeAsync(person, resource: null, policy)).Succeeded.ShouldBe(roles.Contains(role), $"{policy} {role}");
            }

            (await authorization.AuthorizeAsync(new ClaimsPrincipal(new ClaimsIdentity()), resource: null, policy)).Succeeded.ShouldBeFalse(policy);
        }
    }

    // The one that is narrower than "any member of staff", which every page inherits.
    private static string PolicyOf(RouteEndpoint endpoint)
    {
        string?[] declared = [.. endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).Distinct()];
        return string.Join('+', declared.Length > 1 ? declared.Where(policy => policy != Policies.Staff) : declared);
    }
}
