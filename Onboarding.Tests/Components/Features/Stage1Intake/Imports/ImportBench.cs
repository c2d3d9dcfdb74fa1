using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Onboarding.Core;
using Onboarding.Core.Imports;
using Onboarding.Core.Sla;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Features.Stage1Intake.Imports;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Jobs;
using Onboarding.Portal.Live;
using Onboarding.Portal.Security;
using Onboarding.Tests.Support;
using Quartz;
using Radzen;

namespace Onboarding.Tests.Components.Features.Stage1Intake.Imports;

/// <summary>The pages of imports over a real core. The job runs when the test says so.</summary>
public sealed class ImportBench : BunitContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Prepares the pages for a person.</summary>
    public ImportBench(CoreHost core, Actor person)
    {
        Core = core;
        Person = person;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<AuthenticationStateProvider>(new SignedInAs(person));
        Services.AddSingleton<TimeProvider>(core.Clock);
        Services.AddSingleton(core.Get<WorkingHours>());
        Services.AddScoped<DisplayTime>();
        Services.AddScoped<PageClock>();
        Services.AddScoped<CurrentActor>();
        Services.AddScoped<UnsavedInput>();
        Scheduler.GetScheduler(Arg.Any<CancellationToken>()).Returns(Substitute.For<IScheduler>());
        Scheduler.ClearReceivedCalls();
        Services.AddSingleton(Scheduler);
        Services.AddSingleton<ImportWork>();
        Services.AddRadzenComponents();

        // The very services of the core, as instances, so that closing a page does not close the core.
        foreach (ServiceDescriptor service in new ServiceCollection().AddOnboardingCore())
        {
            Services.AddSingleton(service.ServiceType, core.Services.GetRequiredService(service.ServiceType));
        }
    }

    /// <summary>The core behind the pages.</summary>
    public CoreHost Core { get; }

    /// <summary>Who looks.</summary>
    public Actor Person { get; }

    /// <summary>Who is told that there is work.</summary>
    public ISchedulerFactory Scheduler { get; } = Substitute.For<ISchedulerFactory>();

    /// <summary>The address of the page.</summary>
    public string Address => Services.GetRequiredService<NavigationManager>().Uri;

    /// <summary>Uploads a file beside the pages.</summary>
    public async Task<Guid> UploadAsync(Stream file) =>
        (await Core.Get<UploadImportHandler>().HandleAsync(ImportFiles.Declared(), file, Staff.Sari, Xunit.TestContext.Current.CancellationToken)).ShouldBeDone();

    /// <summary>Does what the job does.</summary>
    public Task RunAsync() => Core.Get<RunImportsHandler>().HandleAsync(Xunit.TestContext.Current.CancellationToken);

    /// <summary>Opens an import and waits until it stands in a state.</summary>
    public IRenderedComponent<ImportPage> Open(Guid id, ImportState state, ImportView? view = null)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(ImportUrls.Of(id, view));
        IRenderedComponent<ImportPage> page = Render<ImportPage>(parameters => parameters.Add(item => item.Id, id));
        WaitFor(page, state);
        return page;
    }

    /// <summary>Waits until the page shows a state.</summary>
    public static void WaitFor(IRenderedComponent<ImportPage> page, ImportState state) => page.WaitForElement($"[data-import={state}]", Patience);
}
