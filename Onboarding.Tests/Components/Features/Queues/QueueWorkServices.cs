using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Onboarding.Core.Catalog;
using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;
using Onboarding.Core.Sla;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Live;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Queues;

/// <summary>What the components ask for with which a queue is worked.</summary>
public static class QueueWorkServices
{
    /// <summary>Adds it from a core.</summary>
    public static IServiceCollection AddQueueWork(this IServiceCollection services, CoreHost core, QueueSettings? settings = null)
    {
        services.TryAddSingleton(core.Get<WorkItemHandler>());
        services.TryAddSingleton(core.Get<SlaPolicyProvider>());
        services.TryAddSingleton(new DemoMode(IsEnabled: false));
        services.TryAddScoped<StaffDirectory>();
        services.TryAddSingleton(core.Get<ProductReader>());
        services.TryAddSingleton(core.Get<QueueViewReader>());
        services.TryAddSingleton(core.Get<QueueColumnsHandler>());
        services.TryAddSingleton(core.Get<SaveQueueViewHandler>());
        services.TryAddSingleton(core.Get<DeleteQueueViewHandler>());
        services.TryAddScoped<QueueMemory>();
        services.TryAddSingleton(core.Get<QueueReader>());
        services.TryAddSingleton(core.Get<CaseRowsReader>());
        services.TryAddSingleton<SharedRows>();
        return services
            .AddSingleton(core.Get<TakeNextHandler>())
            .AddSingleton(core.Get<SnoozeWorkItemHandler>())
            .AddSingleton(core.Get<BulkWorkHandler>())
            .AddSingleton(core.Get<ReassignLoadHandler>())
            .AddSingleton(core.Get<LoadReader>())
            .AddSingleton(settings ?? core.Get<QueueSettings>())
            .AddScoped<StaffChoices>();
    }
}
