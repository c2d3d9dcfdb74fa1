using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Aftercare;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Compliance;
using Onboarding.Core.Customers;
using Onboarding.Core.Customers.Crm;
using Onboarding.Core.Drafts;
using Onboarding.Core.Imports;
using Onboarding.Core.Messages;
using Onboarding.Core.Notifications;
using Onboarding.Core.Outbox;
using Onboarding.Core.Partners;
using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Reporting.Issuing;
using Onboarding.Core.Reporting.Printing;
using Onboarding.Core.Reporting.Wallboards;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage1Intake.Online;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage4Approval;

namespace Onboarding.Core.Persistence;

/// <summary>The one model. Two databases, two migration sets, hence two derived contexts; everything else knows only this one.</summary>
/// <param name="options">Options of the derived context.</param>
public abstract class OnboardingContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Cases.</summary>
    public DbSet<OnboardingCase> Cases => Set<OnboardingCase>();

    /// <summary>Work items of all cases.</summary>
    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    /// <summary>Documents of all cases.</summary>
    public DbSet<CaseDocument> Documents => Set<CaseDocument>();

    /// <summary>Documents of registrations that have not been sent in.</summary>
    public DbSet<PendingDocument> PendingDocuments => Set<PendingDocument>();

    /// <summary>Online registrations that are being filled.</summary>
    public DbSet<RegistrationDraft> RegistrationDrafts => Set<RegistrationDraft>();

    /// <summary>Links to them that were mailed.</summary>
    public DbSet<MailedDraftLink> MailedDraftLinks => Set<MailedDraftLink>();

    /// <summary>What staff has typed into forms and not sent.</summary>
    public DbSet<FormDraft> FormDrafts => Set<FormDraft>();

    /// <summary>Requests to applicants.</summary>
    public DbSet<Clarification> Clarifications => Set<Clarification>();

    /// <summary>Follow-ups.</summary>
    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    /// <summary>Follow-up plans of products in all their versions.</summary>
    public DbSet<FollowUpPlan> FollowUpPlans => Set<FollowUpPlan>();

    /// <summary>Feedback.</summary>
    public DbSet<Feedback> Feedbacks => Set<Feedback>();

    /// <summary>Keyed hashes for the search for duplicates.</summary>
    public DbSet<SearchKey> SearchKeys => Set<SearchKey>();

    /// <summary>Words under which cases are found in the queues.</summary>
    public DbSet<CaseWord> CaseWords => Set<CaseWord>();

    /// <summary>Saved views of the queues.</summary>
    public DbSet<QueueView> QueueViews => Set<QueueView>();

    /// <summary>Matches of all cases.</summary>
    public DbSet<DuplicateMatch> DuplicateMatches => Set<DuplicateMatch>();

    /// <summary>The customer register.</summary>
    public DbSet<Customer> Customers => Set<Customer>();

    /// <summary>Products that customers hold.</summary>
    public DbSet<CustomerProduct> CustomerProducts => Set<CustomerProduct>();

    /// <summary>Interactions with customers, and notes about them.</summary>
    public DbSet<CustomerInteraction> CustomerInteractions => Set<CustomerInteraction>();

    /// <summary>Words under which customers are found.</summary>
    public DbSet<CustomerWord> CustomerWords => Set<CustomerWord>();

    /// <summary>Keyed hashes under which customers are found.</summary>
    public DbSet<CustomerKey> CustomerKeys => Set<CustomerKey>();

    /// <summary>Records that were joined.</summary>
    public DbSet<CustomerMerge> CustomerMerges => Set<CustomerMerge>();

    /// <summary>What is known of customers in the external CRM.</summary>
    public DbSet<CrmLink> CrmLinks => Set<CrmLink>();

    /// <summary>Comparisons with the external CRM, and repeated sendings.</summary>
    public DbSet<CrmRun> CrmRuns => Set<CrmRun>();

    /// <summary>Services switched on by the embedded activation.</summary>
    public DbSet<LocalService> LocalServices => Set<LocalService>();

    /// <summary>The audit trail.</summary>
    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    /// <summary>The head of the chain of events that belong to no case.</summary>
    public DbSet<PortalAuditStream> PortalAuditStreams => Set<PortalAuditStream>();

    /// <summary>Messages to the outside.</summary>
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    /// <summary>Templates of messages in all their versions.</summary>
    public DbSet<MessageTemplate> MessageTemplates => Set<MessageTemplate>();

    /// <summary>Holidays.</summary>
    public DbSet<Holiday> Holidays => Set<Holiday>();

    /// <summary>Products.</summary>
    public DbSet<ProductEntry> Products => Set<ProductEntry>();

    /// <summary>Brochures in all their versions.</summary>
    public DbSet<Brochure> Brochures => Set<Brochure>();

    /// <summary>Which checks products need, where an administrator set it.</summary>
    public DbSet<ProductCheck> ProductChecks => Set<ProductCheck>();

    /// <summary>Answers of external sources.</summary>
    public DbSet<SourceAnswer> SourceAnswers => Set<SourceAnswer>();

    /// <summary>Policy texts in all their versions.</summary>
    public DbSet<PolicyText> PolicyTexts => Set<PolicyText>();

    /// <summary>Partners.</summary>
    public DbSet<Partner> Partners => Set<Partner>();

    /// <summary>Keys of partners.</summary>
    public DbSet<PartnerKey> PartnerKeys => Set<PartnerKey>();

    /// <summary>Answers to requests of partners, to be given again.</summary>
    public DbSet<KeptAnswer> KeptAnswers => Set<KeptAnswer>();

    /// <summary>The delivery log of webhooks.</summary>
    public DbSet<WebhookAttempt> WebhookAttempts => Set<WebhookAttempt>();

    /// <summary>Exchanges with the activation system.</summary>
    public DbSet<ActivationExchange> ActivationExchanges => Set<ActivationExchange>();

    /// <summary>The categories of rejection.</summary>
    public DbSet<RejectionReason> RejectionReasons => Set<RejectionReason>();

    /// <summary>Imports.</summary>
    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    /// <summary>What dry runs found.</summary>
    public DbSet<ImportProblem> ImportProblems => Set<ImportProblem>();

    /// <summary>What became of the rows of imports.</summary>
    public DbSet<ImportRow> ImportRows => Set<ImportRow>();

    /// <summary>Issued forms.</summary>
    public DbSet<IssuedForm> IssuedForms => Set<IssuedForm>();

    /// <summary>Print requests.</summary>
    public DbSet<PrintRequest> PrintRequests => Set<PrintRequest>();

    /// <summary>The reports of bulk prints.</summary>
    public DbSet<PrintItem> PrintItems => Set<PrintItem>();

    /// <summary>Folded figures of the dashboards.</summary>
    public DbSet<FigureRow> FigureRows => Set<FigureRow>();

    /// <summary>What writes changed in the figures and is not folded yet.</summary>
    public DbSet<FigureDelta> FigureDeltas => Set<FigureDelta>();

    /// <summary>Screens on the wall.</summary>
    public DbSet<WallScreen> WallScreens => Set<WallScreen>();

    /// <summary>What staff are told.</summary>
    public DbSet<Notice> Notices => Set<Notice>();

    /// <summary>How staff want to be told.</summary>
    public DbSet<NoticePreferences> NoticePreferences => Set<NoticePreferences>();

    /// <summary>Mails with notices.</summary>
    public DbSet<NoticeDigest> NoticeDigests => Set<NoticeDigest>();

    /// <summary>When who is told of work that takes long.</summary>
    public DbSet<EscalationPlan> EscalationPlans => Set<EscalationPlan>();

    /// <summary>Running numbers.</summary>
    public DbSet<NumberCounter> NumberCounters => Set<NumberCounter>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(OnboardingContext).Assembly);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<TimeSpan>().HaveConversion<long>();
    }
}
