using Microsoft.Extensions.Configuration;
using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage1Intake.Online;
using Onboarding.Portal.Features.Public.Registration;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Security;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Public;

/// <summary>What keeps an online form while it is typed.</summary>
public sealed class DraftKeeperTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private const string Name = nameof(PersonData.FullName);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_save_makes_the_link_and_further_ones_only_what_changed()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        DraftKeeper keeper = Keeper(core);
        RegistrationInput input = Input(core);
        keeper.State.ShouldBe(Saving.None);

        await keeper.SaveAsync(input, 1);
        string token = keeper.Token.ShouldNotBeNull();
        await keeper.SaveAsync(input, 1);
        (await VersionAsync(core, token)).ShouldBe(1);
        input[Name] = "Siti";
        await keeper.SaveAsync(input, 1);

        (await VersionAsync(core, token)).ShouldBe(2);
        (keeper.State, keeper.Token).ShouldBe((Saving.Done, token));
    }

    [Fact]
    public async Task A_document_that_came_or_went_is_a_save_with_its_time_and_its_period_though_no_text_changed()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        DraftKeeper keeper = Keeper(core);
        RegistrationInput input = Input(core);
        await keeper.SaveAsync(input, 3);
        (DateTimeOffset? saved, DateTimeOffset? until) = (keeper.SavedAt, keeper.ExpiresAt);
        core.Clock.Advance(TimeSpan.FromMinutes(5));

        await keeper.SaveAsync(input, 3);
        (keeper.SavedAt, keeper.ExpiresAt).ShouldBe((saved, until));
        await keeper.SaveAsync(input, 3, isTouched: true);

        (keeper.SavedAt, keeper.ExpiresAt).ShouldBe((saved + TimeSpan.FromMinutes(5), until + TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public async Task What_is_still_typed_is_kept_before_the_field_is_left_and_never_beats_what_the_field_holds_then()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        DraftKeeper keeper = Keeper(core);
        RegistrationInput input = Input(core);
        keeper.Typing(input, Name, "Sit");
        await keeper.SaveAsync(input, 1);
        input[Name].ShouldBeEmpty("the form gets it when the field is left");
        (await OpenAsync(core, keeper.Token!)).Content.Values[Name].ShouldBe("Sit");

        input[Name] = "Siti";
        await keeper.SaveAsync(input, 1);

        (await OpenAsync(core, keeper.Token!)).Content.Values[Name].ShouldBe("Siti");
    }

    [Fact]
    public async Task No_link_carries_a_consent()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        DraftKeeper keeper = Keeper(core);
        RegistrationInput input = Input(core);
        input[FieldPaths.Consent] = bool.TrueString;
        input[FieldPaths.Marketing] = bool.TrueString;

        await keeper.SaveAsync(input, 4);

        (await OpenAsync(core, keeper.Token!)).Content.Values.Keys.ShouldNotContain(FieldPaths.Consent);
        (await OpenAsync(core, keeper.Token!)).Content.Values.Keys.ShouldNotContain(FieldPaths.Marketing);
    }

    [Fact]
    public async Task A_device_that_is_behind_keeps_nothing_until_somebody_says_which_state_stays()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        DraftKeeper phone = Keeper(core);
        RegistrationInput here = Input(core);
        await phone.SaveAsync(here, 1);
        DraftKeeper laptop = Keeper(core);
        OpenDraft open = (await laptop.OpenAsync(phone.Token!, Token)).ShouldNotBeNull();
        RegistrationInput there = new() { SubmissionKey = open.SubmissionKey, Values = new Dictionary<string, string>(open.Content.Values) };
        there[Name] = "Dari laptop";
        await laptop.SaveAsync(there, 2);
        (await phone.IsBehindAsync()).ShouldBeTrue();

        here[Name] = "Dari ponsel";
        await phone.SaveAsync(here, 1);
        phone.State.ShouldBe(Saving.Elsewhere);
        (await OpenAsync(core, phone.Token!)).Content.Values[Name].ShouldBe("Dari laptop");

        await phone.KeepThisAsync(here, 1);
        phone.State.ShouldBe(Saving.Done);
        (await OpenAsync(core, phone.Token!)).Content.Values[Name].ShouldBe("Dari ponsel");
        (await laptop.OpenAsync(phone.Token!, Token)).ShouldNotBeNull().Content.Step.ShouldBe(1);
    }

    [Fact]
    public async Task Too_many_forms_from_one_network_are_not_kept_and_can_still_be_filled()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CircuitLimits limits = Limits(("RateLimits:PublicDraftsPerMinute", "1"));
        await Keeper(core, limits).SaveAsync(Input(core), 1);
        DraftKeeper second = Keeper(core, limits);

        await second.SaveAsync(Input(core), 1);

        (second.State, second.Token).ShouldBe((Saving.Failed, null));
    }

    [Fact]
    public async Task A_form_that_was_thrown_away_is_gone_for_every_device()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        DraftKeeper phone = Keeper(core);
        await phone.SaveAsync(Input(core), 1);
        string token = phone.Token!;
        DraftKeeper laptop = Keeper(core);
        await laptop.OpenAsync(token, Token);

        await phone.ForgetAsync();

        (phone.State, phone.Token).ShouldBe((Saving.None, null));
        (await laptop.IsBehindAsync()).ShouldBeFalse();
        laptop.State.ShouldBe(Saving.Gone);
        (await Keeper(core).OpenAsync(token, Token)).ShouldBeNull();
    }

    private static RegistrationInput Input(CoreHost core) => RegistrationInput.New(Guid.CreateVersion7(core.Clock.GetUtcNow()));

    private static async Task<OpenDraft> OpenAsync(CoreHost core, string token) =>
        (await core.Get<RegistrationDraftReader>().FindAsync(token, Token)).ShouldBeDone();

    private static Task<int?> VersionAsync(CoreHost core, string token) => core.Get<RegistrationDraftReader>().VersionAsync(token, Token);

    private static CircuitLimits Limits(params (string Key, string Value)[] settings) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build());

    private static DraftKeeper Keeper(CoreHost core, CircuitLimits? limits = null) => new(
        core.Get<StartRegistrationDraftHandler>(),
        core.Get<SaveRegistrationDraftHandler>(),
        core.Get<SendRegistrationDraftHandler>(),
        core.Get<ForgetRegistrationDraftHandler>(),
        core.Get<RegisterCaseHandler>(),
        core.Get<RegistrationDraftReader>(),
        limits ?? Limits(),
        new Visitor());
}
