using Onboarding.Core.Protection;
using Onboarding.Core.Reporting.Wallboards;
using Onboarding.Core.Results;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Reporting;

/// <summary>Screens on the wall: what opens one, until when, and what is noted of it.</summary>
public sealed class WallReaderTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Is_noted_as_seen_now_and_then_until_it_is_revoked_and_no_other_with_it(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var (lobby, canteen) = (await CreateAsync(core, "Lobi"), await CreateAsync(core, "Kantin"));
        (await SeenAsync(core, "Lobi")).ShouldBeNull();

        var first = core.Clock.GetUtcNow();
        (await FindAsync(core, lobby)).ShouldNotBeNull().At.ShouldBe(first);
        core.Clock.Advance(TimeSpan.FromMinutes(9));
        (await FindAsync(core, lobby)).ShouldNotBeNull();
        (await SeenAsync(core, "Lobi")).ShouldBe(first, "it asks every few seconds, and is not written down each time");
        core.Clock.Advance(TimeSpan.FromMinutes(1));
        (await FindAsync(core, lobby)).ShouldNotBeNull();
        (await SeenAsync(core, "Lobi")).ShouldBe(core.Clock.GetUtcNow());
        (await SeenAsync(core, "Kantin")).ShouldBeNull();

        var seen = core.Clock.GetUtcNow();
        (await core.Get<WallScreensHandler>().RevokeAsync((await ScreenAsync(core, "Lobi")).Id, Staff.Yusuf, Token)).ShouldBeDone();
        core.Clock.Advance(TimeSpan.FromHours(1));
        (await FindAsync(core, lobby)).ShouldBeNull();
        (await SeenAsync(core, "Lobi")).ShouldBe(seen);
        (await FindAsync(core, canteen)).ShouldNotBeNull();
    }

    [Theory, DatabaseProviders]
    public async Task Nothing_but_the_very_token_opens_it(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var token = await CreateAsync(core, "Lobi");
        (await core.Get<WallScreensHandler>().CreateAsync("Lain", Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);

        foreach (var other in new[] { null, "", "x", token[..^1], token + "A", (token[0] == 'A' ? 'B' : 'A') + token[1..], AccessToken.New().Reveal() })
        {
            (await FindAsync(core, other)).ShouldBeNull(other);
        }

        (await FindAsync(core, token)).ShouldNotBeNull();
    }

    private static async Task<string> CreateAsync(CoreHost core, string name) => (await core.Get<WallScreensHandler>().CreateAsync(name, Staff.Maya, Token)).ShouldBeDone();

    private static Task<Wall?> FindAsync(CoreHost core, string? token) => core.Get<WallReader>().FindAsync(token, Token);

    private static async Task<WallScreen> ScreenAsync(CoreHost core, string name) =>
        (await core.Get<WallScreensHandler>().ListAsync(Staff.Maya, Token)).ShouldBeDone().Single(screen => screen.Name == name);

    private static async Task<DateTimeOffset?> SeenAsync(CoreHost core, string name) => (await ScreenAsync(core, name)).SeenAt;
}
