using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Onboarding.Core.Aftercare;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Compliance;
using Onboarding.Core.Customers;
using Onboarding.Core.Customers.Crm;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Inspection;
using Onboarding.Core.Documents.Quarantine;
using Onboarding.Core.Documents.Reading;
using Onboarding.Core.Documents.Viewing;
using Onboarding.Core.Imports;
using Onboarding.Core.Messages;
using Onboarding.Core.Outbox;
using Onboarding.Core.Partners;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Queues;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Issuing;
using Onboarding.Core.Reporting.Printing;
using Onboarding.Core.Seeding;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage1Intake.Online;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Tools;

namespace Onboarding.Core;

/// <summary>Registers the core. The host adds its settings (database, keys, storage, tools, virus scanner, SLA), a clock, an <see cref="IChangePublisher"/> and an <see cref="IStaffPresence"/>.</summary>
public static class CoreServices
{
    /// <summary>Adds everything of the core. Nothing in it keeps state of a user, so all of it is shared.</summary>
    public static IServiceCollection AddOnboardingCore(this IServiceCollection services)
    {
        services.AddSingleton(provider => MasterKeyRing.Open(provider.GetRequiredService<MasterKeyOptions>()));
        services.AddSingleton<PersonalDataProtector>();
        services.AddSingleton<KeyedHash>();
        services.AddSingleton<CaseProtection>();
        services.AddSingleton<DraftProtection>();
        services.AddSingleton<RegistrationDraftReader>();
        services.AddSingleton<MailedDraftLinkReader>();
        services.TryAddSingleton(new RegistrationDraftSettings());
        services.TryAddSingleton(new AftercareSettings());
        services.TryAddSingleton(new TextMessageRules());
        services.AddSingleton<FollowUpPlanReader>();
        services.AddSingleton<DuplicateSearch>();
        services.AddSingleton<CustomerProtection>();
        services.AddSingleton<CustomerSearchIndex>();
        services.AddSingleton<CustomerRecording>();
        services.AddSingleton<CustomerWriter>();
        services.AddSingleton<CustomerReader>();
        services.AddSingleton<CustomerFiles>();
        services.AddSingleton<MentionReader>();
        services.AddSingleton<MergePreviewReader>();
        services.TryAddSingleton(CrmRules.Off);
        services.AddSingleton<CrmDocuments>();
        services.AddSingleton<CrmLinks>();
        services.AddSingleton<CrmRuns>();
        services.AddSingleton<CrmComparison>();
        services.AddSingleton<CrmReader>();
        services.AddSingleton<IDocumentStorage, FileDocumentStorage>();
        services.AddSingleton<ToolRunner>();
        services.AddSingleton<ClamAvScanner>();
        services.TryAddSingleton<IDocumentInspector, DocumentInspector>();
        services.AddSingleton<DocumentIntake>();
        services.AddSingleton<DocumentViews>();
        services.AddSingleton(provider => new PageCache(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PageDrawing>();
        services.AddSingleton<DocumentPageReader>();
        services.AddSingleton<CardText>();
        services.AddSingleton<CardPictures>();
        services.AddSingleton<QuarantineReader>();
        services.AddSingleton<StorageProofReader>();
        services.AddSingleton<KeyRotation>();
        services.AddSingleton<OnboardingContextFactory>();
        services.AddSingleton<UnitOfWork>();
        services.AddSingleton<SlaPolicyProvider>();
        services.AddSingleton<VerificationSources>();
        services.AddSingleton<VerificationRulesProvider>();
        services.AddSingleton<CaseRulesProvider>();
        services.AddSingleton<CaseWriter>();
        services.AddSingleton<CaseFileReader>();
        services.AddSingleton<DuplicateCandidates>();
        services.AddSingleton<PublicLinks>();
        services.AddSingleton<ReplyReader>();
        services.AddSingleton<ProductReader>();
        services.AddSingleton<DraftReader>();
        services.AddSingleton<QueueReader>();
        services.AddSingleton<OutboxReader>();
        services.AddSingleton<ApplicantMessages>();
        services.AddSingleton<MessageTemplates>();
        services.AddSingleton<MessageFactsReader>();
        services.AddSingleton<ActivationOrders>();
        services.AddSingleton<ActivationExchanges>();
        services.TryAddSingleton(new ApprovalSettings());
        services.TryAddSingleton<IDecisionAssurance, SignInIsEnough>();
        services.AddSingleton<DecisionWriter>();
        services.AddSingleton<ApprovalReader>();
        services.AddSingleton<DashboardReader>();
        services.AddSingleton<DashboardPeriodReader>();
        services.AddSingleton<FeedbackReader>();
        services.AddSingleton<HeldCaseReader>();
        services.AddSingleton<ReportReader>();
        services.AddSingleton<FormCodes>();
        services.AddSingleton<IssuedFormReader>();
        services.AddSingleton<FormConfirmations>();
        services.AddSingleton<PrintFeed>();
        services.AddSingleton<PrintQueue>();
        services.AddSingleton<PrintReader>();
        services.AddSingleton<PrintJoining>();
        services.AddSingleton<FormPrinting>();
        services.AddSingleton<BulkPrinting>();
        services.TryAddSingleton(new PrintSettings());
        services.TryAddSingleton<IReportPrinter, NoReportPrinter>();
        services.AddSingleton<AuditVerifier>();
        services.AddSingleton<DatabaseInitialiser>();
        services.AddSingleton<PartnerAudit>();
        services.AddSingleton<PartnerKeyCheck>();
        services.AddSingleton<PartnerReader>();
        services.AddSingleton<PartnerCases>();
        services.AddSingleton<RepeatedRequests>();
        services.AddSingleton<WebhookFactsReader>();
        services.AddSingleton<DeliveryReader>();
        services.TryAddSingleton(new WebhookRules());
        services.TryAddSingleton(new ImportSettings());
        services.AddSingleton<ImportFileStorage>();
        services.AddSingleton<ImportProgressFeed>();
        services.AddSingleton<ImportCheck>();
        services.AddSingleton<ImportExecution>();
        services.AddSingleton<ImportWriter>();
        services.AddSingleton<ImportReader>();
        services.AddSingleton<CaseSeeder>();
        services.AddSingleton<SeedLookalikes>();
        services.AddSingleton<SeedRegister>();
        foreach (var useCase in typeof(IUseCase).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IUseCase))))
        {
            services.AddSingleton(useCase);
        }

        return services;
    }
}
