using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Security;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Accounts;

/// <summary>Who acts on a page: asked each time for what is done, and every few seconds for what is only shown.</summary>
public sealed class CurrentActorTests
{
    private readonly TestClock _clock = new(CoreHost.Start);
    private readonly Account _account = new();
    private readonly CurrentActor _current;

    public CurrentActorTests() => _current = new CurrentActor(_account, _clock);

    [Fact]
    public async Task What_is_shown_trusts_an_answer_of_a_few_seconds_ago()
    {
        await _current.GetRecentAsync();
        _clock.Advance(CurrentActor.Freshness - TimeSpan.FromMilliseconds(1));

        (await _current.GetRecentAsync()).Id.ShouldBe("staff-1");
        _account.Asked.ShouldBe(1);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        _account.IsSignedOut = true;
        (await _current.GetRecentAsync()).ShouldBe(Actor.Nobody);
        _account.Asked.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_done_asks_each_time()
    {
        await _current.GetRecentAsync();
        _account.IsSignedOut = true;

        (await _current.GetAsync()).ShouldBe(Actor.Nobody);
        (await _current.GetRecentAsync()).ShouldBe(Actor.Nobody, "the newest answer counts");
    }

    private sealed class Account : AuthenticationStateProvider
    {
        public int Asked { get; private set; }

        public bool IsSignedOut { get; set; }

        public override Task<AuthenticationState> GetAuthenticationStateAsync()
        {
            Asked++;
            ClaimsIdentity identity = IsSignedOut ? new() : new([new Claim(ClaimTypes.NameIdentifier, "staff-1"), new Claim(StaffClaims.DisplayName, "Sari Wulandari")], "test");
            return Task.FromResult(new AuthenticationState(new ClaimsPrincipal(identity)));
        }
    }
}
