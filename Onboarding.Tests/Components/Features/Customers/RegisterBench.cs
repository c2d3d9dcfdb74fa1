using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core;
using Onboarding.Core.Sla;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Features.Customers;
using Onboarding.Portal.Features.Keeping;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Live;
using Onboarding.Portal.Security;
using Onboarding.Tests.Support;
using Radzen;

namespace Onboarding.Tests.Components.Features.Customers;

/// <summary>The pages of the register over a real core, as one person sees them.</summary>
public sealed class RegisterBench : BunitContext
{
    /// <summary>Prepares the pages for a person.</summary>
    public RegisterBench(CoreHost core, Actor person)
    {
        Core = core;
        Services.AddUploadsForComponents();
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule(_ => true);
        Services.AddSingleton<AuthenticationStateProvider>(new SignedInAs(person));
        Services.AddSingleton(core.Get<WorkingHours>());
        Services.AddSingleton<TimeProvider>(core.Clock);
        Services.AddSingleton<ChangeFeed>();
        Services.AddScoped<DisplayTime>();
        Services.AddScoped<PageClock>();
        Services.AddPresence();
        Services.AddScoped<CurrentActor>();
        Services.AddScoped<FormKeeping>();
        Services.AddScoped<UnsavedInput>();
        Services.AddScoped<RegisterMemory>();
        Services.AddRadzenComponents();

        // The very services of the core, as instances, so that closing a page does not close the core.
        foreach (ServiceDescriptor service in new ServiceCollection().AddOnboardingCore())
        {
            Services.AddSingleton(service.ServiceType, core.Services.GetRequiredService(service.ServiceType));
        }
    }

    /// <summary>The core behind the pages.</summary>
    public CoreHost Core { get; }

    /// <summary>Passes the notices of the core on, as the portal does.</summary>
    public void PublishAll()
    {
        ChangeFeed feed = Services.GetRequiredService<ChangeFeed>();
        foreach (Onboarding.Core.Queues.CaseChange change in Core.Changes.All)
        {
            feed.Publish(change);
        }

        Core.Changes.Clear();
    }
}
