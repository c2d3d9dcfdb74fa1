using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage1Intake.Online;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Features.Public.Registration;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Mail;
using Onboarding.Portal.Security;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Public;

/// <summary>The online form in a browser that is only pretended, on a real core.</summary>
internal sealed class RegisterPageBench : BunitContext
{
    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    private RegisterPageBench(CoreHost core)
    {
        Core = core;
        Services.AddUploadsForComponents();
        JSInterop.Mode = JSRuntimeMode.Loose;
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Portal:PublicAddress", (string?)"https://onboarding.example")])
            .Build();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(configuration);
        Services.AddSingleton(new PublicAddress(configuration, null!));
        Services.AddSingleton(WorkingHours.Default);
        Services.AddSingleton<CircuitLimits>();
        Services.AddSingleton<ContactDetails>();
        Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        Services.AddScoped<ProtectedSessionStorage>();
        Services.AddScoped<Visitor>();
        Services.AddScoped<DisplayTime>();
        Services.AddTransient<DraftKeeper>();
        Services.AddScoped<SentForm>();
        foreach (ServiceDescriptor service in new ServiceCollection().AddOnboardingCore())
        {
            Services.AddSingleton(service.ServiceType, core.Services.GetRequiredService(service.ServiceType));
        }

        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public CoreHost Core { get; }

    public static async Task<RegisterPageBench> OpenAsync(CoreHosts hosts) => new(await hosts.SharedAsync(DatabaseKind.Sqlite));

    public string Field(string path) => $"#{FieldPaths.InputId(path)}";

    public void HoldBack(int version, string path, string text) =>
        Hold(new HeldBack(version, new Dictionary<string, string>(StringComparer.Ordinal) { [FieldPaths.InputId(path)] = text }));

    /// <summary>The tab opens the form for the first time, or again.</summary>
    public void Visit(bool isFirst) => Hold(new HeldBack(0, new Dictionary<string, string>(), isFirst));

    private void Hold(HeldBack held)
    {
        BunitJSModuleInterop script = JSInterop.SetupModule(_ => true);
        script.Mode = JSRuntimeMode.Loose;
        script.Setup<HeldBack?>("start", _ => true).SetResult(held);
    }

    public async Task<(string Token, Guid Key)> StartAsync(int step, string name, Citizenship citizenship = Citizenship.Indonesian)
    {
        Guid key = Guid.CreateVersion7(Core.Clock.GetUtcNow());
        StartedDraft started = (await Core.Get<StartRegistrationDraftHandler>().HandleAsync(new(key, Content(step, name, citizenship)), Xunit.TestContext.Current.CancellationToken)).ShouldBeDone();
        return (started.Token, key);
    }

    /// <summary>A form that lacks nothing but the consent, left at a step.</summary>
    public async Task<string> StartFinishedAsync(int step)
    {
        (Guid key, CancellationToken cancel) = (Guid.CreateVersion7(Core.Clock.GetUtcNow()), Xunit.TestContext.Current.CancellationToken);
        RegistrationInput input = RegistrationInput.From(Registrations.Person(), "INTERNET-RUMAH", key);
        DraftContent content = new(step, input.ProductCode, input.Kind, Language.Indonesian, new Dictionary<string, string>(input.Values));
        string token = (await Core.Get<StartRegistrationDraftHandler>().HandleAsync(new(key, content), cancel)).ShouldBeDone().Token;
        await using MemoryStream picture = Registrations.Picture();
        (await Core.Get<UploadPendingDocumentHandler>().HandleAsync(new(key, DocumentKind.IdentityCard, "ktp.png"), picture, cancel)).ShouldBeDone();
        return token;
    }

    public async Task TypeElsewhereAsync(string token, string name, string nik = "") =>
        (await Core.Get<SaveRegistrationDraftHandler>().HandleAsync(new(token, 1, Content(RegistrationStep.Identity, name, nik: nik)), Xunit.TestContext.Current.CancellationToken)).ShouldBeDone();

    public async Task<string> NameAsync(string token) =>
        (await Core.Get<RegistrationDraftReader>().FindAsync(token, Xunit.TestContext.Current.CancellationToken)).ShouldBeDone().Content.Values[nameof(PersonData.FullName)];

    public IRenderedComponent<RegisterPage> Render(string? token, string awaited = "form")
    {
        IRenderedComponent<RegisterPage> page = Render<RegisterPage>(parameters => parameters.Add(item => item.Token, token));
        page.WaitForElement(awaited);
        return page;
    }

    private static DraftContent Content(int step, string name, Citizenship citizenship = Citizenship.Indonesian, string nik = "") => new(step, "INTERNET-RUMAH", CustomerKind.Person, Language.Indonesian, new Dictionary<string, string>
    {
        [FieldPaths.Kind] = nameof(CustomerKind.Person),
        [FieldPaths.Product] = "INTERNET-RUMAH",
        [FieldPaths.Citizenship] = citizenship.ToString(),
        [nameof(PersonData.FullName)] = name,
        [nameof(PersonData.Nik)] = nik,
    });
}
