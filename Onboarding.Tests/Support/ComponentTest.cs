using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;
using Onboarding.Portal.Security.Identity;
using Radzen;

namespace Onboarding.Tests.Support;

/// <summary>A test of a component, with the services that every page of the portal has.</summary>
public abstract class ComponentTest : BunitContext
{
    /// <summary>Registers them; a test adds fakes of what its component asks for beyond that.</summary>
    protected ComponentTest()
    {
        Services.AddRadzenComponents();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddUploadsForComponents();
        Services.AddSingleton(WorkingHours.Default);
        Services.AddSingleton(new ApprovalSettings());
        Services.AddScoped<DisplayTime>();
        Services.AddScoped<CurrentActor>();
        Services.AddScoped<UnsavedInput>();
        Services.AddSingleton(new DemoMode(IsEnabled: false));
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    /// <summary>The clock of the components.</summary>
    protected ShiftedClock Clock { get; } = new();

    /// <summary>Says that components run in a circuit: for those that ask. Call it after all services are registered.</summary>
    protected void RunInCircuit() => SetRendererInfo(new RendererInfo("Server", isInteractive: true));

    /// <summary>Signs somebody in, before the first render. The policies are the portal's own.</summary>
    /// <param name="roles">The person's roles.</param>
    protected void SignInAs(params ActorRole[] roles)
    {
        ClaimsIdentity identity = new(
            [
                new Claim(ClaimTypes.NameIdentifier, "staff-1"),
                new Claim(StaffClaims.DisplayName, "Sari Wulandari"),
                .. roles.Select(role => new Claim(ClaimTypes.Role, StaffRoles.Name(role))),
            ],
            authenticationType: "test");
        Services.AddSingleton<AuthenticationStateProvider>(new FixedAuthentication(new ClaimsPrincipal(identity)));
        Services.AddPortalPolicies();
        // bUnit puts stand-ins for these in place that only say that they are missing.
        Services.AddSingleton<IAuthorizationService, DefaultAuthorizationService>();
        Services.AddSingleton<IAuthorizationPolicyProvider, DefaultAuthorizationPolicyProvider>();
        Services.AddCascadingAuthenticationState();
    }

    private sealed class FixedAuthentication(ClaimsPrincipal person) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(person));
    }
}
