using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core;
using Onboarding.Core.Cases;
using Onboarding.Core.Sla;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Keeping;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Live;
using Onboarding.Portal.Security;
using Onboarding.Tests.Support;
using Radzen;

namespace Onboarding.Tests.Components.Features.Cases;

/// <summary>The case page over a real core, as one person sees it.</summary>
public sealed class CaseBench : BunitContext
{
    /// <summary>Prepares the page for a person.</summary>
    public CaseBench(CoreHost core, Actor person)
    {
        Core = core;
        Person = person;
        Services.AddUploadsForComponents();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(person));
        Services.AddSingleton(core.Get<WorkingHours>());
        Services.AddSingleton<TimeProvider>(core.Clock);
        Services.AddSingleton<ChangeFeed>();
        Services.AddScoped<DisplayTime>();
        Services.AddScoped<PageClock>();
        Services.AddPresence();
        Services.AddScoped<CurrentActor>();
        Services.AddScoped<FormKeeping>();
        Services.AddRadzenComponents();
        Services.AddCaseFeature();

        // The very services of the core, as instances, so that closing a page does not close the core.
        foreach (ServiceDescriptor service in new ServiceCollection().AddOnboardingCore())
        {
            Services.AddSingleton(service.ServiceType, core.Services.GetRequiredService(service.ServiceType));
        }
    }

    /// <summary>The core behind the page.</summary>
    public CoreHost Core { get; }

    /// <summary>Who looks.</summary>
    public Actor Person { get; }

    /// <summary>Opens the page of a case and waits until it is shown.</summary>
    public IRenderedComponent<CasePage> Open(CaseState state)
    {
        IRenderedComponent<CasePage> page = Render<CasePage>(parameters => parameters.Add(item => item.Number, state.Number));
        page.WaitForElement("#documents", TimeSpan.FromSeconds(10));
        return page;
    }

    /// <summary>What the core says of the case now.</summary>
    public async Task<CaseFile> ReadAsync(CaseState state) =>
        (await Core.Get<CaseFileReader>().ReadAsync(state.Number, Person, Xunit.TestContext.Current.CancellationToken)).ShouldBeDone();

    /// <summary>The actions that the page offers.</summary>
    public static IReadOnlyList<string> Offered(IRenderedComponent<CasePage> page) => Values(page, "data-action");

    /// <summary>The actions that the page shows as blocked.</summary>
    public static IReadOnlyList<string> Blocked(IRenderedComponent<CasePage> page) => Values(page, "data-blocked");

    private static List<string> Values(IRenderedComponent<CasePage> page, string attribute) =>
        [.. page.FindAll($"[{attribute}]").Select(element => element.GetAttribute(attribute)!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private sealed class SignedIn(Actor person) : AuthenticationStateProvider
    {
        private readonly ClaimsPrincipal _principal = new(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, person.Id),
                new Claim(StaffClaims.DisplayName, person.Name),
                .. person.Roles.Select(role => new Claim(ClaimTypes.Role, StaffRoles.Name(role))),
            ],
            "test"));

        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(_principal));
    }
}
