using Quartz;

namespace Onboarding.Portal.Jobs;

/// <summary>One job and when it runs.</summary>
/// <param name="Name">Its name in the store.</param>
/// <param name="Type">The class that runs.</param>
/// <param name="Cron">When: seconds, minutes, hours, day of month, month, day of week.</param>
/// <param name="Purpose">What it is for.</param>
public sealed record ScheduledJob(string Name, Type Type, string Cron, string Purpose)
{
    /// <summary>True when it also runs as soon as the portal has started: somebody watches what the restart interrupted.</summary>
    public bool RunsAtStart { get; init; }
}

/// <summary>
/// Every job of the portal at a glance. The times are in the office's zone. What is due is written in the cases
/// themselves, so a job that comes late or twice does no harm; these times only say how soon it is noticed.
/// </summary>
public static class JobSchedule
{
    /// <summary>The jobs.</summary>
    public static IReadOnlyList<ScheduledJob> All { get; } =
    [
        Job<FiguresJob>("0/10 * * * * ?", "Folds what was counted into the figures of the dashboards.") with { RunsAtStart = true },
        Job<FollowUpJob>("0 * * * * ?", "Opens follow-ups that are due (stage 5)."),
        Job<FinishedCasesJob>("50 * * * * ?", "Asks for feedback after the last contact, and completes cases of which nothing is left to do (stage 5)."),
        Job<UnansweredQuestionsJob>("15 * * * * ?", "Reminds applicants, and closes what was not answered in time (stages 1 and 2)."),
        Job<SnoozedWorkItemsJob>("0/20 * * * * ?", "Brings back work that was put aside until now."),
        Job<EscalationStepsJob>("35 * * * * ?", "Tells people of work that takes long, by the steps of escalation."),
        Job<NoticeMailsJob>("40 * * * * ?", "Mails people what they were told of and have not read, as each of them chose."),
        Job<OldNoticesJob>("0 55 3 * * ?", "Removes notices that are past their time."),
        Job<WaitingDocumentsJob>("45 * * * * ?", "Looks into documents that came while a tool or the virus scanner was away."),
        Job<DocumentSweepJob>("0 40 3 * * ?", "Removes files without an entry, and reports entries without a file."),
        Job<StoredDocumentsJob>("0 10 0-5 * * ?", "Reads stored documents back that are due, and compares their hashes (stage 3)."),
        Job<AbandonedUploadsJob>("0 20 * * * ?", "Removes documents of forms that were never sent in."),
        Job<ExpiredDraftsJob>("0 50 * * * ?", "Forgets online forms that were not sent in and are past their date."),
        Job<FormDraftsJob>("0 55 3 * * ?", "Forgets forms of the staff that were begun and not touched for thirty days."),
        Job<ImportJob>("5 * * * * ?", "Goes on with imports that a restart interrupted (stage 1).") with { RunsAtStart = true },
        Job<CrmJob>("20 * * * * ?", "Goes on with comparisons with the external CRM and with repeated sendings (stage 3).") with { RunsAtStart = true },
        Job<ImportFilesJob>("0 50 3 * * ?", "Removes files of imports that were not finished in time."),
        Job<PrintedFilesJob>("0 35 * * * ?", "Removes files of bulk prints that are past their time."),
        Job<KeptAnswersJob>("0 40 3 * * ?", "Forgets answers to partners that are older than thirty days."),
    ];

    private static ScheduledJob Job<T>(string cron, string purpose)
        where T : IJob =>
        new(typeof(T).Name, typeof(T), cron, purpose);
}
