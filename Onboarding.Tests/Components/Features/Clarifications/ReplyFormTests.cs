using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Clarifications;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Features.Public.Replying;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Security;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Clarifications;

/// <summary>The form behind a reply link.</summary>
public sealed class ReplyFormTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private static readonly string Phone = $"#{FieldPaths.InputId(nameof(ApplicantData.Phone))}";

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_typed_is_saved_counted_and_there_again_on_the_next_visit()
    {
        await using Bench bench = await Bench.OpenAsync(hosts);
        IRenderedComponent<ReplyForm> form = bench.Render();
        form.Find(".count").TextContent.ShouldBe(PublicText.ReplyProgress.Replace("{0}", "0", StringComparison.Ordinal).Replace("{1}", "3", StringComparison.Ordinal));

        await form.Find(Phone).ChangeAsync(new() { Value = "0812 0000 9966" });
        form.WaitForAssertion(() => form.Find(".saved").TextContent.ShouldBe(PublicText.ReplySaved));
        await form.Find("#item-3-note").InputAsync(new() { Value = "Setengah kalim" });
        form.WaitForAssertion(() => form.FindAll("[data-state=done]").Count.ShouldBe(2));
        await form.Find("#item-3-note").ChangeAsync(new() { Value = "Setengah kalim" });

        await using Bench later = bench.Again();
        IRenderedComponent<ReplyForm> again = later.Render();
        again.Find(Phone).GetAttribute("value").ShouldBe("0812 0000 9966");
        again.Find("#item-3-note").GetAttribute("value").ShouldBe("Setengah kalim");
        again.FindAll("[data-state=done]").Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_told_at_its_item_before_anything_is_sent()
    {
        await using Bench bench = await Bench.OpenAsync(hosts);
        IRenderedComponent<ReplyForm> form = bench.Render();
        await form.Find(Phone).ChangeAsync(new() { Value = "12" });

        await form.Find("form").SubmitAsync();

        form.WaitForAssertion(() => form.FindAll("[data-state=wrong]").Count.ShouldBe(3));
        form.Find(Phone).GetAttribute("aria-invalid").ShouldBe("true");
        form.FindAll(".summary button").Select(problem => problem.TextContent).ShouldBe(
        [
            form.Find($"{Phone}-error").TextContent.Trim(),
            $"{DomainTexts.Of(DocumentKind.TaxCard)}: {ClarifyingText.ItemUnanswered}",
            $"{DomainTexts.Of(ItemKind.Question)} 3: {ClarifyingText.ItemUnanswered}",
        ]);
        form.Find("form").GetAttribute("data-step").ShouldBe("answer");
        int focused = bench.JSInterop.Invocations.Count(IsFocus);
        await form.FindAll(".summary button")[0].ClickAsync();
        form.WaitForAssertion(() => bench.JSInterop.Invocations.Count(IsFocus).ShouldBe(focused + 1, "the field itself takes the focus"));
        await form.FindAll(".summary button")[2].ClickAsync();
        form.WaitForAssertion(() => bench.JSInterop.Invocations.Count(IsFocus).ShouldBe(focused + 2, "the item takes it where there is no field that is wrong"));
        await form.Find("#item-3-note").InputAsync(new() { Value = "Sore" });
        await form.Find("#item-3-note").ChangeAsync(new() { Value = "Sore" });
        form.WaitForAssertion(() => form.FindAll(".summary button").Count.ShouldBe(2));
        (await bench.Core.Cases.LoadAsync(bench.State.CaseId)).Status.ShouldBe(CaseStatus.AwaitingApplicant);
    }

    [Fact]
    public async Task Everything_is_shown_once_more_and_then_sent_once()
    {
        await using Bench bench = await Bench.OpenAsync(hosts);
        IRenderedComponent<ReplyForm> form = bench.Render();
        await form.Find("#item-1 input[type=checkbox]").ChangeAsync(new() { Value = true });
        form.FindAll(Phone).ShouldBeEmpty("what is confirmed is not typed again");
        await form.Find("#item-2-note").ChangeAsync(new() { Value = "Tidak punya." });
        await form.Find("#item-2-note").InputAsync(new() { Value = "Tidak punya." });
        await form.Find("#item-3-note").InputAsync(new() { Value = "<i>Sore</i>" });

        await form.Find("form").SubmitAsync();
        form.WaitForAssertion(() => form.Find("form").GetAttribute("data-step").ShouldBe("review"));
        form.Find(".review").InnerHtml.ShouldContain("&lt;i&gt;Sore&lt;/i&gt;");
        bench.Clock.Ring();
        form.WaitForAssertion(() => form.Find("button.next").HasAttribute("disabled").ShouldBeFalse());
        await form.Find("form").SubmitAsync();

        form.WaitForAssertion(() => bench.Services.GetRequiredService<NavigationManager>().Uri.ShouldContain(PublicUrls.RepliedTo("")));
        OnboardingCase owner = await bench.Core.Cases.LoadAsync(bench.State.CaseId);
        (owner.Status, owner.Clarifications.Single().Outcome).ShouldBe((CaseStatus.Received, ClarificationOutcome.Answered));
    }

    [Fact]
    public async Task A_second_submit_on_the_heels_of_the_first_sends_nothing_that_nobody_looked_at()
    {
        await using Bench bench = await Bench.OpenAsync(hosts, new AskedItem(ItemSubject.General, "Kapan?"));
        IRenderedComponent<ReplyForm> form = bench.Render();
        await form.Find("#item-1-note").InputAsync(new() { Value = "Sore" });

        await Task.WhenAll(form.Find("form").SubmitAsync(), form.Find("form").SubmitAsync());
        await form.Find("form").SubmitAsync();

        form.WaitForAssertion(() => form.Find("form").GetAttribute("data-step").ShouldBe("review"));
        form.Find("button.next").HasAttribute("disabled").ShouldBeTrue("a click that was meant for the button before it finds none");
        (await bench.Core.Cases.LoadAsync(bench.State.CaseId)).Status.ShouldBe(CaseStatus.AwaitingApplicant);
    }

    [Fact]
    public async Task What_does_not_agree_with_the_number_on_the_card_is_told_beside_the_answer_and_stops_nobody()
    {
        await using Bench bench = await Bench.OpenAsync(
            hosts,
            new AskedItem(ItemSubject.OfField(nameof(PersonData.BirthDate)), "Kapan?"),
            new AskedItem(ItemSubject.OfField(nameof(PersonData.Nik)), "NIK?"),
            new AskedItem(ItemSubject.OfField(nameof(PersonData.Sex)), "Apa?"));
        PersonData data = await bench.DataAsync();
        Sex other = data.Sex == Sex.Male ? Sex.Female : Sex.Male;
        string birth = DomainTexts.Of(new FieldWarning(nameof(PersonData.Nik), Finding.Warning(FindingCode.NikBirthDateMismatch)));
        string sex = DomainTexts.Of(new FieldWarning(nameof(PersonData.Nik), Finding.Warning(FindingCode.NikSexMismatch)));
        IRenderedComponent<ReplyForm> form = bench.Render();
        form.FindAll(".warnings").ShouldBeEmpty("nothing is answered yet");

        await form.Find($"#{FieldPaths.InputId(nameof(PersonData.BirthDate))}").ChangeAsync(new() { Value = "1991-01-02" });
        await form.Find($"#item-3 input[type=radio][value={other}]").ChangeAsync(new() { Value = other.ToString() });
        form.WaitForAssertion(() => form.Find("#item-1-warning").TextContent.ShouldContain(birth));
        form.Find("#item-3-warning").TextContent.ShouldContain(sex);
        form.FindAll("#item-2 .warnings").ShouldBeEmpty("its own field is not answered");

        await form.Find($"#{FieldPaths.InputId(nameof(PersonData.Nik))}").ChangeAsync(new() { Value = data.Nik });
        form.WaitForAssertion(() => form.Find("#item-2 .warnings").TextContent.ShouldContain(birth));
        form.FindAll("[data-state=done]").Count.ShouldBe(3);

        await form.Find($"#{FieldPaths.InputId(nameof(PersonData.BirthDate))}").ChangeAsync(new() { Value = data.BirthDate!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        form.WaitForAssertion(() => form.FindAll("#item-1-warning").ShouldBeEmpty());
        form.Find("#item-2").TextContent.ShouldNotContain(birth);
    }

    [Fact]
    public async Task A_number_that_is_shown_masked_is_asked_for_again_instead_of_being_confirmed()
    {
        await using Bench bench = await Bench.OpenAsync(
            hosts, new AskedItem(ItemSubject.OfField(nameof(PersonData.Nik)), "NIK?"), new AskedItem(ItemSubject.OfField(nameof(PersonData.FullName)), "Nama?"));

        IRenderedComponent<ReplyForm> form = bench.Render();

        form.FindAll("#item-1 input[type=checkbox]").ShouldBeEmpty();
        form.Find("#item-1 [data-masked]").TextContent.ShouldBe(PublicText.ReplyMasked);
        form.Find($"#{FieldPaths.InputId(nameof(PersonData.Nik))}").ShouldNotBeNull();
        form.FindAll("#item-2 input[type=checkbox]").ShouldHaveSingleItem("a name can be read and compared");
    }

    [Fact]
    public async Task Who_types_what_we_have_is_told_so_but_not_of_a_number_that_is_masked()
    {
        await using Bench bench = await Bench.OpenAsync(
            hosts, new AskedItem(ItemSubject.OfField(nameof(ApplicantData.Phone)), "Nomor?"), new AskedItem(ItemSubject.OfField(nameof(PersonData.Nik)), "NIK?"));
        PersonData data = await bench.DataAsync();
        IRenderedComponent<ReplyForm> form = bench.Render();
        await form.Find(Phone).ChangeAsync(new() { Value = "0812 0000 9966" });
        form.FindAll("[data-same]").ShouldBeEmpty();

        await form.Find(Phone).ChangeAsync(new() { Value = $"0{data.Phone["+62".Length..]}" });
        await form.Find($"#{FieldPaths.InputId(nameof(PersonData.Nik))}").ChangeAsync(new() { Value = data.Nik });

        form.WaitForAssertion(() => form.Find("#item-1 [data-same]").TextContent.ShouldBe(PublicText.ReplySame));
        form.FindAll("#item-2 [data-same]").ShouldBeEmpty("numbers could be tried out until one is right");
    }

    [Fact]
    public async Task Where_the_number_itself_is_typed_the_warning_stands_there_once()
    {
        await using Bench bench = await Bench.OpenAsync(hosts, new AskedItem(ItemSubject.OfField(nameof(PersonData.Nik)), "NIK?"));
        IRenderedComponent<ReplyForm> form = bench.Render();

        await form.Find($"#{FieldPaths.InputId(nameof(PersonData.Nik))}").ChangeAsync(new() { Value = "3171030201919988" });

        form.WaitForAssertion(() => form.FindAll("#item-1 .warnings").ShouldHaveSingleItem());
        form.FindAll("#item-1-warning").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_that_died_meanwhile_says_so_and_takes_nothing()
    {
        await using Bench bench = await Bench.OpenAsync(hosts);
        IRenderedComponent<ReplyForm> form = bench.Render();
        (await bench.Core.Get<RecallQuestionHandler>().HandleAsync(new(new CaseTarget(bench.State.CaseId, null), "Salah."), Staff.Sari, Token)).ShouldBeDone();

        await form.Find(Phone).ChangeAsync(new() { Value = "0812 0000 9966" });

        form.WaitForAssertion(() => form.Markup.ShouldContain(PublicText.LinkNotValidText));
        form.FindAll("input").ShouldBeEmpty();
    }

    private static bool IsFocus(JSRuntimeInvocation call) => call.Identifier.EndsWith(".focus", StringComparison.Ordinal);

    /// <summary>An applicant at the form of a request with a field, a document and a question.</summary>
    private sealed class Bench : BunitContext
    {
        private readonly string _link;

        private Bench(CoreHost core, CaseState state, string link)
        {
            (Core, State, _link) = (core, state, link);
            Services.AddUploadsForComponents();
            JSInterop.Mode = JSRuntimeMode.Loose;
            Services.AddSingleton<IConfiguration>(new ConfigurationManager());
            Services.AddSingleton<CircuitLimits>();
            Services.AddScoped<Visitor>();
            foreach (ServiceDescriptor service in new ServiceCollection().AddOnboardingCore())
            {
                Services.AddSingleton(service.ServiceType, core.Services.GetRequiredService(service.ServiceType));
            }

            Services.AddSingleton<TimeProvider>(Clock);
            SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        }

        public CoreHost Core { get; }

        public HandTimer Clock { get; } = new();

        public CaseState State { get; }

        public async Task<PersonData> DataAsync() =>
            (await new Answers(Core.Services).FindAsync(_link)).ShouldBeDone().Data.ShouldBeOfType<PersonData>();

        public static async Task<Bench> OpenAsync(CoreHosts hosts, params AskedItem[] asked)
        {
            CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
            CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
            AskedItem[] items = asked.Length > 0 ? asked :
            [
                new(ItemSubject.OfField(nameof(ApplicantData.Phone)), "Nomor mana?"),
                new(ItemSubject.OfDocument(DocumentKind.TaxCard), "Mohon kartu NPWP."),
                new(ItemSubject.General, "Kapan?"),
            ];
            state = (await core.Get<AskApplicantHandler>().HandleAsync(new(CasesAt.Target(state), items), Staff.Sari, Token)).ShouldBeDone();
            return new Bench(core, state, await new Answers(core.Services).LinkAsync(state.CaseId));
        }

        public Bench Again() => new(Core, State, _link);

        public IRenderedComponent<ReplyForm> Render()
        {
            IRenderedComponent<ReplyForm> form = Render<ReplyForm>(parameters => parameters.Add(item => item.Token, _link));
            form.WaitForElement("form");
            return form;
        }
    }
}
