using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Cases;

/// <summary>What people write freely reaches both databases whatever it holds, and is hashed as it is kept.</summary>
public sealed class FreeTextTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_reason_may_hold_anything_a_request_can_carry(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        foreach (var reason in new[] { "a\0b", "separuh \ud83d", "\ude00", "baris\r\ndua\t😀", "\u202Eterbalik", "'; DROP TABLE \"Cases\"; --", new string('é', 4000) })
        {
            var state = await core.Cases.ReceivedAsync();
            (await core.Get<HoldCaseHandler>().PlaceAsync(new(CasesAt.Target(state), reason), Staff.Ratna, Token)).ShouldBeDone();
        }

        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task A_reason_of_nothing_visible_is_none_and_one_that_is_too_long_is_refused(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ReceivedAsync();
        var hold = core.Get<HoldCaseHandler>();

        (await hold.PlaceAsync(new(CasesAt.Target(state), "\0 \u0001"), Staff.Ratna, Token)).ShouldBeRefused(RefusalCode.ReasonRequired);
        (await hold.PlaceAsync(new(CasesAt.Target(state), new string('x', 4001)), Staff.Ratna, Token)).Refusal.ShouldBeOfType<Invalid>()
            .Errors.ShouldHaveSingleItem().Problem.ShouldBe(InputProblem.TooLong);
    }

    [Theory]
    [InlineData("alasan \u202E10640", "alasan 10640")]
    [InlineData("\u2067terbalik\u2069", "terbalik")]
    [InlineData("محمد 👩‍🌾", "محمد 👩‍🌾")]
    public void Nothing_in_a_text_turns_what_is_written_behind_it(string written, string kept) => FreeText.Clean(written).ShouldBe(kept);

    [Fact]
    public void Clean_text_stays_as_it_is() =>
        Always.Holds(Always.AnyText, text => FreeText.Clean(FreeText.Clean(text ?? string.Empty)).ShouldBe(FreeText.Clean(text ?? string.Empty)));
}
