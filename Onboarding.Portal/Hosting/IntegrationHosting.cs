using Onboarding.Core.Customers.Crm;
using Onboarding.Core.Messages;
using Onboarding.Core.Partners;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Portal.Integrations.Activation;
using Onboarding.Portal.Integrations.Crm;
using Onboarding.Portal.Integrations.Messages;
using Onboarding.Portal.Integrations.Outbox;
using Onboarding.Portal.Integrations.Sources;
using Onboarding.Portal.Integrations.Webhooks;
using Onboarding.Portal.Mail;

namespace Onboarding.Portal.Hosting;

/// <summary>What the portal tells the outside, and how: mail, the activation system and the external CRM behind the outbox, and the external sources that are asked.</summary>
internal static class IntegrationHosting
{
    /// <summary>Registers the outbox with all its ways out.</summary>
    /// <exception cref="StartupRefusedException">A setting cannot be used.</exception>
    public static void AddIntegrations(this WebApplicationBuilder builder)
    {
        builder.AddMail();
        builder.AddActivation();
        builder.AddWebhooks();
        builder.AddMessages();
        builder.AddCrm();
        builder.AddSources();
        builder.Services.AddSingleton(OutboxSettings.Read(builder.Configuration)).AddSingleton<OutboxDelivery>().AddHostedService<OutboxDispatcher>();
    }

    private static void AddMail(this WebApplicationBuilder builder)
    {
        MailSettings settings = MailSettings.Read(builder.Configuration);
        builder.Services
            .AddSingleton(settings)
            .AddSingleton<PublicAddress>()
            .AddSingleton<MailLinks>()
            .AddSingleton<MailComposer>()
            .AddSingleton<TemplateDesk>()
            .AddSingleton<MailDelivery>()
            .AddSingleton<MailPost>()
            .AddSingleton<DraftLinkDelivery>()
            .AddSingleton<NoticeMail>()
            .AddSingleton<MailFolder>();
        if (settings.UsesSmtp)
        {
            builder.Services.AddSingleton<IMailSender, SmtpMailSender>();
        }
        else
        {
            builder.Services.AddSingleton<IMailSender, FolderMailSender>();
        }
    }

    private static void AddWebhooks(this WebApplicationBuilder builder)
    {
        WebhookSettings settings = WebhookSettings.Read(builder.Configuration);
        builder.Services
            .AddSingleton(settings)
            .AddSingleton(new WebhookRules(settings.AllowLoopback))
            .AddSingleton<WebhookNetwork>()
            .AddSingleton<WebhookSender>()
            .AddSingleton<WebhookDelivery>();
    }

    private static void AddMessages(this WebApplicationBuilder builder)
    {
        MessageSettings settings = MessageSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(settings).AddSingleton(new TextMessageRules(settings.IsOn)).AddSingleton<TextDelivery>();
        if (!settings.IsOn)
        {
            builder.Services.AddSingleton<IMessageChannel, NoMessageChannel>();
            return;
        }

        builder.Services.AddSingleton<IMessageChannel>(services => new HttpMessageChannel(
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan },
            settings,
            services.GetRequiredService<TimeProvider>()));
    }

    private static void AddCrm(this WebApplicationBuilder builder)
    {
        CrmSettings settings = CrmSettings.Read(builder.Configuration);
        builder.Services
            .AddSingleton(settings)
            .AddSingleton(new CrmRules(settings.IsOn, settings.ReadMapping()))
            .AddSingleton<CrmCircuit>()
            .AddSingleton<CrmDelivery>()
            .AddSingleton<CrmRunner>()
            .AddSingleton<ICustomerRelations>(services => new HttpCustomerRelations(
                Client(), settings, services.GetRequiredService<CrmCircuit>(), services.GetRequiredService<TimeProvider>()));
    }

    private static void AddActivation(this WebApplicationBuilder builder)
    {
        ActivationSettings settings = ActivationSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(settings).AddSingleton<ActivationDelivery>().AddSingleton<ActivationCircuit>();
        if (string.IsNullOrEmpty(settings.Endpoint))
        {
            builder.Services.AddSingleton<IServiceActivation, LocalServiceActivation>();
            return;
        }

        builder.Services.AddSingleton<IServiceActivation>(services => new HttpServiceActivation(
            Client(),
            settings,
            services.GetRequiredService<ActivationCircuit>(),
            services.GetRequiredService<ActivationExchanges>(),
            services.GetRequiredService<TimeProvider>()));
    }

    // Without redirects, and with limits of each request's own.
    private static HttpClient Client() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };
}
