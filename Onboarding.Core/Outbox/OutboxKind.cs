namespace Onboarding.Core.Outbox;

/// <summary>What the portal tells the outside. Stored as text. Each is idempotent at the receiver.</summary>
public enum OutboxKind
{
    /// <summary>Mail: the registration is in, with case number and status link (stage 1).</summary>
    MailRegistrationReceived = 1,

    /// <summary>Mail: a question with the reply link (stages 1 and 2). Subject: the clarification.</summary>
    MailQuestion,

    /// <summary>Mail: reminder of a question. Subject: the clarification.</summary>
    MailReminder,

    /// <summary>Mail: a request was taken back, nothing has to be answered. Subject: the clarification.</summary>
    MailQuestionRecalled,

    /// <summary>Mail: the registration expired.</summary>
    MailExpired,

    /// <summary>Mail: the registration was rejected, with the reason (stage 4). Subject: the decision.</summary>
    MailRejected,

    /// <summary>Mail: confirmation that the applicant withdrew.</summary>
    MailWithdrawn,

    /// <summary>Connector: switch the service on (stage 4). Subject: the approving decision, which is the idempotency key.</summary>
    ActivateService,

    /// <summary>Connector: switch it off again, because the applicant withdrew while it was being activated.</summary>
    DeactivateService,

    /// <summary>Mail: the service is active, with the guide (stage 5: Email Aktivasi, Panduan Penggunaan Layanan).</summary>
    MailActivated,

    /// <summary>Mail: the feedback form's link (stage 5).</summary>
    MailFeedback,

    /// <summary>Mail to the supervisors' common address: a work item takes long. Subject: the work item.</summary>
    MailEscalation,

    /// <summary>Webhook to the partner that sent the case in: its status changed. Subject: the audit event of the step.</summary>
    WebhookStatusChanged,

    /// <summary>Mail: the link to an online form that was begun (stage 1). It belongs to no case. Subject: the link.</summary>
    MailDraftLink,

    /// <summary>Short message: the service is active (stage 5). Only where a message service is set.</summary>
    TextActivated,

    /// <summary>Short message: the feedback form's link (stage 5). Only where a message service is set.</summary>
    TextFeedback,

    /// <summary>Mail: an objection to the rejection came in (stage 4). Subject: the decision.</summary>
    MailObjectionReceived,

    /// <summary>Mail: the objection was answered (stage 4). Subject: the decision.</summary>
    MailObjectionAnswered,

    /// <summary>Connector: the record of a customer to the external CRM (stage 3). It belongs to no case. Subject: the customer.</summary>
    CustomerToCrm,

    /// <summary>Mail to a member of staff: what they were told of in the portal and have not read. It belongs to no case. Subject: the digest.</summary>
    MailNotices,
}
