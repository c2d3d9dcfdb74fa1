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

/// <summary>The online form on one device.</summary>
public sealed class RegisterPageTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private const string Name = nameof(PersonData.FullName);

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Continues_at_the_same_step_with_what_was_typed_and_the_documents()
    {
        await using Bench bench = await Bench.OpenAsync(hosts);
        (string token, Guid key) = await bench.StartAsync(RegistrationStep.Documents, "Siti");
        await using MemoryStream picture = Registrations.Picture();
        (await bench.Core.Get<UploadPendingDocumentHandler>().HandleAsync(new(key, DocumentKind.IdentityCard, "ktp.png"), picture, Token)).ShouldBeDone();

        IRenderedComponent<RegisterPage> page = bench.Render(token);

        page.Find("form").GetAttribute("data-step").ShouldBe("3");
        page.Find(".files").TextContent.ShouldContain("ktp.png");
        page.Find(".later img").GetAttribute("src")!.ShouldStartWith("data:image/png;base64,");
        page.Find("#continue-link").GetAttribute("value").ShouldBe($"https://onboarding.example/register/{token}");
        await page.FindAll(".bar button")[1].ClickAsync();
        page.WaitForAssertion(() => page.Find(bench.Field(Name)).GetAttribute("value").ShouldBe("Siti"));
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_shows_the_neutral_page_and_no_form()
    {
        await using Bench bench = await Bench.OpenAsync(hosts);

        IRenderedComponent<RegisterPage> page = bench.Render(new string('x', 43), "h1");

        page.Markup.ShouldContain(PublicText.LinkNotValidTitle);
        page.FindAll("form, input").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_another_device_typed_is_not_overwritten_until_the_person_chooses()
    {
        await using Bench bench = await Bench.OpenAsync(hosts);
        (string token, Guid _) = await bench.StartAsync(RegistrationStep.Identity, "Siti");
        IRenderedComponent<RegisterPage> page = bench.Render(token);
        await bench.TypeElsewhereAsync(token, "Dari laptop");

        await page.Find(bench.Field(Name)).ChangeAsync(new() { Value = "Dari ponsel" });
        page.WaitForAssertion(() => page.Markup.ShouldContain(PublicText.ElsewhereTitle));
        (await bench.NameAsync(token)).ShouldBe("Dari laptop");

        await page.FindAll("button").Single(button => button.TextContent.Contains(PublicText.TakeNewer, StringComparison.Ordinal)).ClickAsync();
        page.WaitForAssertion(() => page.Find(bench.Field(Name)).GetAttribute("value").ShouldBe("Dari laptop"));
        page.Markup.ShouldNotContain(PublicText.ElsewhereTitle);
    }

    [Fact]
    public async Task Coming_back_to_the_page_shows_what_another_device_typed_meanwhile()
    {
        await using Bench bench = await Bench.OpenAsync(hosts);
        (string token, Guid _) = await bench.StartAsync(RegistrationStep.Identity, "Siti");
        IRenderedComponent<RegisterPage> page = bench.Render(token);
        await bench.TypeElsewhereAsync(token, "Dari laptop");

        await page.InvokeAsync(page.Instance.LookAsync);

        page.WaitForAssertion(() => page.Find(bench.Field(Name)).GetAttribute("value").ShouldBe("Dari laptop"));
        page.Markup.ShouldContain(PublicText.TakenOver);
    }

    [Fact]
    public async Task What_was_typed_without_a_connection_fills_the_fields_but_never_a_consent()
    {
        await using Bench bench = await Bench.OpenAsync(hosts);
        (string token, Guid _) = await bench.StartAsync(RegistrationStep.Identity, "Siti");
        IRenderedComponent<RegisterPage> page = bench.Render(token);
        Dictionary<string, string> typed = new(StringComparer.Ordinal)
        {
            [FieldPaths.InputId(Name)] = "Siti Aminah",
            [FieldPaths.InputId(FieldPaths.Consent)] = bool.TrueString,
            ["field-Unknown"] = "x",
        };

        bool isKept = await page.InvokeAsync(() => page.Instance.TypedAsync(typed, isSettled: true));

        isKept.ShouldBeTrue();
        page.Find(bench.Field(Name)).GetAttribute("value").ShouldBe("Siti Aminah");
        IReadOnlyDictionary<string, string> values = (await bench.Core.Get<RegistrationDraftReader>().FindAsync(token, Token)).ShouldBeDone().Content.Values;
        values[Name].ShouldBe("Siti Aminah");
        values.Keys.ShouldNotContain(FieldPaths.Consent);
        values.Keys.ShouldNotContain("Unknown");
    }

    [Fact]
    public async Task Nothing_is_kept_before_anything_was_typed()
    {
        await using Bench bench = await Bench.OpenAsync(hosts);

        IRenderedComponent<RegisterPage> page = bench.Render(null);

        page.FindAll(".later").ShouldBeEmpty();
        page.Find("[data-saving]").GetAttribute("data-saving").ShouldBe(nameof(Saving.None));
    }

    /// <summary>A browser at the form.</summary>
    private sealed class Bench : BunitContext
    {
        private Bench(CoreHost core)
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

        public static async Task<Bench> OpenAsync(CoreHosts hosts) => new(await hosts.SharedAsync(DatabaseKind.Sqlite));

        public string Field(string path) => $"#{FieldPaths.InputId(path)}";

        public async Task<(string Token, Guid Key)> StartAsync(int step, string name)
        {
            Guid key = Guid.CreateVersion7(Core.Clock.GetUtcNow());
            StartedDraft started = (await Core.Get<StartRegistrationDraftHandler>().HandleAsync(new(key, Content(step, name)), Xunit.TestContext.Current.CancellationToken)).ShouldBeDone();
            return (started.Token, key);
        }

        public async Task TypeElsewhereAsync(string token, string name) =>
            (await Core.Get<SaveRegistrationDraftHandler>().HandleAsync(new(token, 1, Content(RegistrationStep.Identity, name)), Xunit.TestContext.Current.CancellationToken)).ShouldBeDone();

        public async Task<string> NameAsync(string token) =>
            (await Core.Get<RegistrationDraftReader>().FindAsync(token, Xunit.TestContext.Current.CancellationToken)).ShouldBeDone().Content.Values[nameof(PersonData.FullName)];

        public IRenderedComponent<RegisterPage> Render(string? token, string awaited = "form")
        {
            IRenderedComponent<RegisterPage> page = Render<RegisterPage>(parameters => parameters.Add(item => item.Token, token));
            page.WaitForElement(awaited);
            return page;
        }

        private static DraftContent Content(int step, string name) => new(step, "INTERNET-RUMAH", CustomerKind.Person, Language.Indonesian, new Dictionary<string, string>
        {
            [FieldPaths.Kind] = nameof(CustomerKind.Person),
            [FieldPaths.Product] = "INTERNET-RUMAH",
            [FieldPaths.Citizenship] = nameof(Citizenship.Indonesian),
            [nameof(PersonData.FullName)] = name,
        });
    }
}
