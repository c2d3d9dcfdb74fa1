using Onboarding.Core;
using Onboarding.Core.Aftercare;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;
using Onboarding.Core.Imports;
using Onboarding.Core.Matching;
using Onboarding.Core.Notifications;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Queues;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage1Intake.Online;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Time;
using Onboarding.Portal.Live;
using Onboarding.Portal.Security.Identity;

namespace Onboarding.Portal.Hosting;

/// <summary>Gives the core its settings: keys and documents in the data folder, working hours and periods from section "Sla".</summary>
internal static class CoreHosting
{
    private const string MasterKeysFolder = "master-keys";
    private const string DocumentsFolder = "documents";

    /// <summary>Registers the core.</summary>
    public static void AddCore(this WebApplicationBuilder builder, DataFolder data)
    {
        ConfigurationManager configuration = builder.Configuration;
        builder.Services
            .AddSingleton(new MasterKeyOptions
            {
                Folder = configuration["Protection:KeyFolder"] is { Length: > 0 } keys ? keys : data.Folder(MasterKeysFolder),
                Keys = configuration.GetSection("Protection:Keys").Get<string[]>() ?? [],
                SearchKey = configuration["Protection:SearchKey"],
            })
            .AddSingleton(new DocumentStorageOptions
            {
                Folder = configuration["Documents:Folder"] is { Length: > 0 } documents ? documents : data.Folder(DocumentsFolder),
                Mirrors = configuration.GetSection("Documents:Mirrors").Get<string[]>() ?? [],
                ProveEvery = TimeSpan.FromDays(Math.Max(1, configuration.GetValue("Documents:ProveEveryDays", 30))),
            })
            .AddSingleton(DocumentInspectionSettings.Tools(configuration, data))
            .AddSingleton(DocumentInspectionSettings.ClamAv(configuration))
            .AddSingleton(configuration.GetSection("Sla").Get<SlaSettings>() ?? new SlaSettings())
            .AddSingleton(configuration.GetSection("Queues").Get<QueueSettings>() ?? new QueueSettings())
            .AddSingleton(ReadNotices(configuration.GetSection("Notices")))
            .AddSingleton(ReadAftercare(configuration.GetSection("Aftercare")))
            .AddSingleton(configuration.GetSection("Duplicates").Get<DuplicateSettings>() ?? new DuplicateSettings())
            .AddSingleton(configuration.GetSection("Registration").Get<RegistrationDraftSettings>() ?? new RegistrationDraftSettings())
            .AddSingleton(configuration.GetSection("Imports").Get<ImportSettings>() ?? new ImportSettings())
            .AddSingleton(configuration.GetSection("Approval").Get<ApprovalSettings>() ?? new ApprovalSettings())
            .AddSingleton<StepUp>()
            .AddSingleton<IDecisionAssurance>(services => services.GetRequiredService<StepUp>())
            .AddSingleton(ReadWorkingHours(configuration.GetSection("Sla")))
            .AddSingleton<IStaffPresence, StaffPresence>()
            .AddSingleton<ChangeFeed>()
            .AddSingleton<IChangePublisher>(services => services.GetRequiredService<ChangeFeed>())
            .AddOnboardingCore();
    }

    /// <summary>Brings the core's database up to date.</summary>
    /// <exception cref="StartupRefusedException">It cannot be opened, is newer than this program, or the keys cannot be read.</exception>
    public static async Task PrepareCoreAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            services.GetRequiredService<MasterKeyRing>();
            await services.GetRequiredService<DatabaseInitialiser>().InitialiseAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is DatabaseNotUsableException or MasterKeyException)
        {
            throw new StartupRefusedException(exception.Message, exception);
        }
    }

    private static AftercareSettings ReadAftercare(IConfiguration section)
    {
        AftercareSettings settings = section.Get<AftercareSettings>() ?? new AftercareSettings();
        return settings.IsUsable
            ? settings
            : throw new StartupRefusedException("Aftercare:FeedbackWaitDays must be 0 to 365, Aftercare:AskAfterDays 0 to 30, Aftercare:MostAttempts 1 to 20 and Aftercare:LowestGoodScore 1 to 5.");
    }

    private static NoticeSettings ReadNotices(IConfiguration section)
    {
        NoticeSettings settings = section.Get<NoticeSettings>() ?? new NoticeSettings();
        return settings.IsUsable ? settings : throw new StartupRefusedException("Notices:KeepDays must be 7 to 730.");
    }

    private static WorkingHours ReadWorkingHours(IConfiguration sla)
    {
        IndonesianTimeZone zone = OfficeZones.Find(sla["Zone"]) ?? WorkingHours.Default.Zone;
        DayOfWeek[] days = sla.GetSection("WorkingDays").Get<DayOfWeek[]>() is { Length: > 0 } given ? given : [.. WorkingHours.Default.Days.Keys];
        OpeningTime usual = WorkingHours.Default.Days.Values.First();
        TimeOnly from = sla.GetValue<TimeOnly?>("OpensAt") ?? usual.From;
        TimeOnly to = sla.GetValue<TimeOnly?>("ClosesAt") ?? usual.To;
        try
        {
            return WorkingHours.Every(zone, days, new OpeningTime(from, to));
        }
        catch (ArgumentException exception)
        {
            throw new StartupRefusedException("The section Sla has no usable working hours: check Sla:WorkingDays, Sla:OpensAt and Sla:ClosesAt.", exception);
        }
    }
}
