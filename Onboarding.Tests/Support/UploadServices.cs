using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Portal.Features.Uploading;

namespace Onboarding.Tests.Support;

/// <summary>What a component that takes files asks for.</summary>
internal static class UploadServices
{
    /// <summary>Registers it, beside the clock.</summary>
    public static void AddUploadsForComponents(this IServiceCollection services)
    {
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddSingleton<UploadTickets>();
        services.AddSingleton<AntiforgeryStateProvider, FixedToken>();
    }

    private sealed class FixedToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken GetAntiforgeryToken() => new("token", "__RequestVerificationToken");
    }
}
