using Onboarding.Core.Persistence;
using Onboarding.Portal.Api;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Customers;
using Onboarding.Portal.Features.Keeping;
using Onboarding.Portal.Features.Searching;
using Onboarding.Portal.Features.Stage1Intake.Imports;
using Onboarding.Portal.Features.Uploading;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Hosting.CommandLine;
using Onboarding.Portal.Hosting.Health;
using Onboarding.Portal.Integrations.Activation;
using Onboarding.Portal.Live;
using Onboarding.Portal.Mail;
using Onboarding.Portal.Reports;
using Onboarding.Portal.Security;
using Onboarding.Portal.Security.Identity;

namespace Onboarding.Portal;

/// <summary>The portal: what it is made of, in which order a request passes through it, and what it answers to.</summary>
public sealed class Program
{
    private Program()
    {
    }

    /// <summary>Runs the verb in the arguments; without one, serves.</summary>
    public static Task<int> Main(string[] args) => PortalCommandLine.RunAsync(args, Create);

    private static WebApplication Create(string[] settings)
    {
        WebApplicationBuilder builder = PortalBuilder.Create(settings);
        DataFolder data = new(builder.Configuration);
        DatabaseSettings database = DatabaseSetting.Read(builder.Configuration, data);
        DemoMode demo = DemoMode.From(builder.Configuration);

        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(data).AddSingleton(database).AddSingleton(demo);
        builder.Services.AddKeyStorage(data);
        builder.AddCore(data);
        builder.AddIntegrations();
        builder.AddJobs(database);
        builder.Services.AddReadyHealth();
        builder.Services.AddStopping();
        builder.Services.AddStaffIdentity(database);
        builder.Services.AddPortalRateLimits(builder.Configuration);
        builder.Services.AddPortalLanguages();
        builder.Services.AddPages();
        builder.Services.AddLive(database);
        builder.Services.AddCaseFeature();
        builder.Services.AddUploads();
        builder.AddReports();
        builder.Services.AddPartnerApi();
        builder.AddRequestLimits();

        WebApplication portal = builder.Build();

        portal.UseRequestPipeline();
        portal.MapLiveHealth();
        portal.MapReadyHealth();
        portal.MapPreferences();
        portal.MapDrafts();
        portal.MapSearching();
        portal.MapAccount();
        portal.MapLive();
        portal.MapDocuments();
        portal.MapCustomers();
        portal.MapImports();
        portal.MapUploads();
        portal.MapReports();
        portal.MapPartnerApi();
        portal.MapActivationCallback();
        portal.MapBounceCallback();
        portal.MapPages();
        portal.RequireDeclaredAuthorization();
        return portal;
    }
}
