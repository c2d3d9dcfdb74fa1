using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Reading;
using Onboarding.Core.Results;
using Onboarding.Core.Tools;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Features.Stage1Intake.Reading;
using Onboarding.Portal.Features.Stage1Intake.Sections;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Stage1Intake;

/// <summary>Proposals from the photo of a KTP: taken over one by one, by a person.</summary>
public sealed class CardReaderTests(CoreHosts hosts) : ComponentTest, IClassFixture<CoreHosts>
{
    private static readonly CardSuggestion Name = new(CardField.FullName, "BUDI CONTOH", 0.9, []);
    private static readonly CardSuggestion Nik = new(CardField.Nik, "3171031708909901", 0.4, [CardDoubt.Repaired]);

    private readonly AcceptedReadings _accepted = new();
    private readonly MemoryTray _tray = new();

    [Fact]
    public async Task Each_value_goes_into_the_form_only_when_the_person_takes_it()
    {
        await UseCoreAsync();
        RegistrationForm form = FormOf(CustomerKind.Person);
        IRenderedComponent<CardReader> reader = Render(form, new CardReading([Name, Nik]));

        reader.Find("[data-read-card]").Click();
        reader.WaitForAssertion(() => reader.FindAll("[data-suggestion]").Count.ShouldBe(2));
        form.Input[nameof(PersonData.FullName)].ShouldBeEmpty();
        reader.Find("[data-suggestion=Nik] .doubt").TextContent.ShouldContain(DomainTexts.Of(CardDoubt.Repaired));
        reader.Find("[data-suggestion=FullName] button").Click();

        form.Input[nameof(PersonData.FullName)].ShouldBe("BUDI CONTOH");
        form.Input[nameof(PersonData.Nik)].ShouldBeEmpty();
        reader.FindAll("[data-suggestion=FullName] button").ShouldBeEmpty();
        reader.Find("[data-suggestion=FullName]").TextContent.ShouldContain(CardReaderText.Accepted);
        _accepted.NewIn(form).ShouldBe([CardField.FullName]);
    }

    [Fact]
    public async Task What_was_saved_as_machine_read_is_named_once_until_it_is_taken_over_anew()
    {
        await UseCoreAsync();
        RegistrationForm form = FormOf(CustomerKind.Person);
        _accepted.Accept(Name, form);
        _accepted.Saved(_accepted.NewIn(form));

        _accepted.NewIn(form).ShouldBeEmpty();
        _accepted.In(form).ShouldBe([CardField.FullName]);
        _accepted.Accept(Name with { Value = "BUDI LAIN" }, form);

        _accepted.NewIn(form).ShouldBe([CardField.FullName]);
    }

    [Fact]
    public async Task A_photo_that_is_no_card_says_so_and_leaves_the_form_as_it_is()
    {
        await UseCoreAsync();
        IRenderedComponent<CardReader> reader = Render(FormOf(CustomerKind.Person), new NotAllowed(RefusalCode.CardNotReadable));

        reader.Find("[data-read-card]").Click();

        reader.WaitForAssertion(() => reader.Markup.ShouldContain(DomainTexts.Of(new NotAllowed(RefusalCode.CardNotReadable))));
        reader.FindAll("[data-suggestion]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_program_the_button_says_so()
    {
        await UseCoreAsync(services => services.AddToolsWithout(ExternalTool.Tesseract));
        IRenderedComponent<CardReader> reader = Render(FormOf(CustomerKind.Person), new CardReading([Name]));

        reader.Find("[data-read-card]").HasAttribute("disabled").ShouldBeTrue();
        reader.Markup.ShouldContain(DomainTexts.Of(new NotAllowed(RefusalCode.CardReadingAbsent)));
    }

    [Fact]
    public async Task The_photo_stands_at_the_head_of_the_identity_where_the_form_asks_for_one()
    {
        await UseCoreAsync();
        foreach ((CustomerKind kind, DocumentKind card) in new[] { (CustomerKind.Person, DocumentKind.IdentityCard), (CustomerKind.Business, DocumentKind.RepresentativeIdentityCard) })
        {
            RegistrationForm form = FormOf(kind);
            IRenderedComponent<CardPhoto> photo = Render<CardPhoto>(parameters => parameters.AddCascadingValue(form)
                .Add(one => one.Read, (_, _, _) => Task.FromResult<Result<CardReading>>(new CardReading([Name]))).Add(one => one.Accepted, _accepted));
            IRenderedComponent<DocumentsSection> rest = Render<DocumentsSection>(parameters => parameters.AddCascadingValue(form).Add(section => section.Except, CardPaths.AskedOf(form.Input)));

            string id = FieldPaths.InputId(FieldPaths.Document(card));
            photo.FindAll($"#{id}").ShouldHaveSingleItem();
            rest.FindAll($"#{id}").ShouldBeEmpty();
        }
    }

    private static RegistrationInput InputOf(CustomerKind kind) =>
        RegistrationInput.From(kind == CustomerKind.Person ? new PersonData { Citizenship = Citizenship.Indonesian } : new BusinessData(), "INTERNET-RUMAH", Guid.Empty);

    private RegistrationForm FormOf(CustomerKind kind) => new(InputOf(kind), _tray, new DateOnly(2026, 11, 22));

    private async Task UseCoreAsync(Action<IServiceCollection>? change = null)
    {
        CoreHost core = change is null ? await hosts.SharedAsync(DatabaseKind.Sqlite) : await hosts.FreshAsync(DatabaseKind.Sqlite, change);
        Services.AddSingleton(core.Get<CardPictures>());
    }

    private IRenderedComponent<CardReader> Render(RegistrationForm form, Result<CardReading> read) => Render<CardReader>(parameters => parameters
        .AddCascadingValue(form)
        .Add(reader => reader.Card, new Guid(1, 0, 0, new byte[8]))
        .Add(reader => reader.Kind, CustomerKind.Person)
        .Add(reader => reader.Read, (_, _, _) => Task.FromResult(read))
        .Add(reader => reader.Accepted, _accepted));
}
