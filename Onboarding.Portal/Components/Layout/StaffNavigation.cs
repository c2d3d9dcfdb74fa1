using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Features.Administration.Checks;
using Onboarding.Portal.Features.Administration.Deliveries;
using Onboarding.Portal.Features.Administration.Escalation;
using Onboarding.Portal.Features.Administration.Holidays;
using Onboarding.Portal.Features.Administration.Outbox;
using Onboarding.Portal.Features.Administration.Partners;
using Onboarding.Portal.Features.Administration.Products;
using Onboarding.Portal.Features.Administration.Quarantine;
using Onboarding.Portal.Features.Administration.RejectionReasons;
using Onboarding.Portal.Features.Administration.Staff;
using Onboarding.Portal.Features.Administration.Templates;
using Onboarding.Portal.Features.Compliance;
using Onboarding.Portal.Features.Customers;
using Onboarding.Portal.Features.Customers.Crm;
using Onboarding.Portal.Features.Dashboard;
using Onboarding.Portal.Features.Demo;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Features.Stage1Intake.Imports;
using Onboarding.Portal.Features.Stage2Verification;
using Onboarding.Portal.Features.Stage4Approval;
using Onboarding.Portal.Features.Stage4Approval.Printing;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Components.Layout;

/// <summary>Every link of the staff navigation, in the order of the screen. A page that is added here is added nowhere else.</summary>
public static class StaffNavigation
{
    /// <summary>The groups and their links.</summary>
    public static IReadOnlyList<NavigationGroup> Groups { get; } =
    [
        new(() => LayoutText.Area,
        [
            new(AccountUrls.StaffHome, IconName.Home, () => LayoutText.StartPage, Policies.Staff, IsExact: true),
            new(QueueUrls.Mine, IconName.AssignmentInd, () => QueueText.NavigationMine, Policies.QueueAccess),
            new(QueueUrls.Of(ActorRole.CustomerService), IconName.SupportAgent, () => QueueText.NavigationCustomerService, Policies.CustomerServiceArea),
            new(QueueUrls.Of(ActorRole.Administration), IconName.Inbox, () => QueueText.NavigationAdministration, Policies.VerificationArea),
            new(QueueUrls.Of(ActorRole.InformationTechnology), IconName.Database, () => QueueText.NavigationInformationTechnology, Policies.InformationTechnologyArea),
            new(QueueUrls.Of(ActorRole.Supervisor), IconName.HowToReg, () => QueueText.NavigationSupervisor, Policies.SupervisorArea),
            new(ApprovalUrls.List, IconName.AssignmentTurnedIn, () => ApprovalText.ListTitle, Policies.SupervisorArea),
            new(PrintingUrls.Page, IconName.Print, () => PrintingText.Title, Policies.SupervisorArea),
            new(DashboardUrls.Page, IconName.Monitoring, () => DashboardText.Navigation, Policies.DashboardAccess),
            new(DashboardUrls.Screens, IconName.Fullscreen, () => DashboardText.Screens, Policies.WallScreens),
            new(IntakeUrls.New, IconName.PersonAdd, () => IntakeText.NewTitle, Policies.CustomerServiceArea),
            new(IntakeUrls.Drafts, IconName.FolderOpen, () => IntakeText.DraftsTitle, Policies.CustomerServiceArea),
            new(ImportUrls.List, IconName.UploadFile, () => ImportText.Title, Policies.CustomerServiceArea),
            new(CustomerUrls.List, IconName.Group, () => CustomerText.Title, Policies.CustomerAccess),
            new(CrmUrls.Page, IconName.SwapHoriz, () => CrmText.Title, Policies.CrmAccess),
            new(ComplianceUrls.Desk, IconName.Shield, () => ComplianceText.Title, Policies.ComplianceArea),
            new(DemoUrls.Mail, IconName.Mail, () => DemoText.MailTitle, Policies.Staff, IsDemo: true),
        ]),
        new(() => LayoutText.AreaAdministration,
        [
            new(StaffUrls.List, IconName.Group, () => LayoutText.Staff, Policies.AdministrationArea),
            new(OutboxUrls.List, IconName.Send, () => OutboxText.Title, Policies.AdministrationArea),
            new(PartnerUrls.List, IconName.Link, () => PartnersText.Title, Policies.AdministrationArea),
            new(DeliveryUrls.List, IconName.Sync, () => DeliveriesText.Title, Policies.DeliveryLog),
            new(ProductUrls.List, IconName.Storefront, () => ProductsText.Title, Policies.AdministrationArea),
            new(TemplateUrls.Page, IconName.Mail, () => TemplatesText.Title, Policies.AdministrationArea),
            new(CheckUrls.Settings, IconName.FactCheck, () => VerificationText.SettingsTitle, Policies.AdministrationArea),
            new(RejectionReasonUrls.List, IconName.Gavel, () => RejectionReasonsText.Title, Policies.AdministrationArea),
            new(QuarantineUrls.List, IconName.Block, () => QuarantineText.Title, Policies.InformationTechnologyArea),
            new(EscalationUrls.Page, IconName.Notifications, () => EscalationText.Title, Policies.AdministrationArea),
            new(HolidayUrls.List, IconName.CalendarMonth, () => HolidaysText.Title, Policies.AdministrationArea),
        ]),
    ];
}
