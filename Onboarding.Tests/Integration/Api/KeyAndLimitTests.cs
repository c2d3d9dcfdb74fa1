using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Partners;
using Onboarding.Core.Persistence;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Api;

/// <summary>Who gets in, and how often.</summary>
public sealed class KeyAndLimitTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private const string Products = "/api/v1/products";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asks_a_stranger_for_a_key()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        partner.Client.DefaultRequestHeaders.Authorization = null;

        using var answer = await partner.GetAsync(Products);

        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        answer.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
    }

    [Theory]
    [InlineData("onb_")]
    [InlineData("garbage")]
    [InlineData("onb_222222222222_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Knows_no_key_that_it_did_not_make(string key)
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        partner.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);

        using var answer = await partner.GetAsync(Products);

        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "key_unknown");
    }

    [Fact]
    public async Task Takes_the_right_public_part_with_a_wrong_secret_for_unknown()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var wrong = partner.Key[..^1] + (partner.Key[^1] == 'A' ? 'B' : 'A');
        partner.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", wrong);

        using var answer = await partner.GetAsync(Products);

        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "key_unknown");
    }

    [Fact]
    public async Task Refuses_a_key_that_was_revoked_at_once()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        (await partner.GetAsync(Products)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var file = (await shared.Services.GetRequiredService<PartnerReader>().FindAsync(partner.Id, Token)).ShouldNotBeNull();
        file.Keys.ShouldHaveSingleItem().LastUsedAt.ShouldNotBeNull();
        (await shared.Services.GetRequiredService<PartnerKeysHandler>().RevokeAsync(partner.Id, file.Keys[0].Id, Staff.Yusuf, Token)).ShouldBeDone();

        using var answer = await partner.GetAsync(Products);

        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "key_revoked");
    }

    [Fact]
    public async Task Refuses_every_key_of_a_partner_that_was_disabled_until_it_is_enabled()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var edit = shared.Services.GetRequiredService<EditPartnerHandler>();
        (await edit.SetDisabledAsync(partner.Id, true, Staff.Yusuf, Token)).ShouldBeDone();
        using var refused = await partner.GetAsync(Products);
        (await edit.SetDisabledAsync(partner.Id, false, Staff.Yusuf, Token)).ShouldBeDone();
        using var taken = await partner.GetAsync(Products);

        await refused.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "key_partner_disabled");
        taken.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Refuses_a_key_that_has_run_out()
    {
        await using PortalHost host = new();
        using var partner = await ApiPartner.CreateAsync(host, expiresAt: host.Clock.GetUtcNow().AddHours(1));
        (await partner.GetAsync(Products)).StatusCode.ShouldBe(HttpStatusCode.OK);
        host.Clock.Advance(TimeSpan.FromHours(1));

        using var answer = await partner.GetAsync(Products);

        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "key_expired");
    }

    [Theory]
    [InlineData(PartnerScopes.RegistrationsWrite)]
    [InlineData(PartnerScopes.RegistrationsRead)]
    [InlineData(PartnerScopes.DocumentsWrite)]
    public async Task Opens_exactly_what_the_scope_of_the_key_says(PartnerScopes scope)
    {
        using var owner = await ApiPartner.CreateAsync(shared.Host, scope);
        using var register = await owner.PostAsync("{}", "scope");
        using var read = await owner.GetAsync("/api/v1/registrations/ONB-2026-000000");
        using var files = await owner.SendFilesAsync("ONB-2026-000000", null, ("identity_card", "ktp.png", [1]));

        await ShouldBeOpenOnlyWithAsync(register, PartnerScopes.RegistrationsWrite, HttpStatusCode.UnprocessableEntity);
        await ShouldBeOpenOnlyWithAsync(read, PartnerScopes.RegistrationsRead, HttpStatusCode.NotFound);
        await ShouldBeOpenOnlyWithAsync(files, PartnerScopes.DocumentsWrite, HttpStatusCode.NotFound);

        async Task ShouldBeOpenOnlyWithAsync(HttpResponseMessage answer, PartnerScopes needed, HttpStatusCode open)
        {
            if (scope == needed)
            {
                answer.StatusCode.ShouldBe(open);
            }
            else
            {
                var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "scope_missing");
                problem.GetProperty("detail").GetString()!.ShouldContain(PartnerScopeNames.Name(needed));
            }
        }
    }

    [Fact]
    public async Task Takes_a_signed_in_person_for_a_stranger_and_a_key_for_nobody_at_the_pages()
    {
        await using PortalHost host = new(("Demo:Enabled", "true"));
        using PortalVisitor visitor = new(host);
        (await visitor.SignInAsync("yoga.admin", DemoAccounts.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var page = await visitor.GetAsync(AccountUrls.StaffHome);
        using var api = await visitor.GetAsync(Products);
        using var partner = await ApiPartner.CreateAsync(host);
        using var staff = await partner.GetAsync("/administration/partners");

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        await api.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        staff.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Asks_a_key_that_calls_too_often_to_wait_and_leaves_other_keys_alone()
    {
        using var busy = await ApiPartner.CreateAsync(shared.Host, requestsPerMinute: 3);
        using var other = await ApiPartner.CreateAsync(shared.Host, requestsPerMinute: 3);
        for (var call = 0; call < 3; call++)
        {
            (await busy.GetAsync(Products)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using var refused = await busy.GetAsync(Products);
        using var taken = await other.GetAsync(Products);

        await refused.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_requests");
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        taken.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Asks_an_address_that_calls_too_often_to_wait_even_without_a_key()
    {
        await using PortalHost host = new(("RateLimits:ApiRequestsPerMinute", "2"));
        using HttpClient client = new() { BaseAddress = host.Address };
        for (var call = 0; call < 2; call++)
        {
            using var stranger = await client.GetAsync(new Uri(Products, UriKind.Relative), Token);
            stranger.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        using var refused = await client.GetAsync(new Uri(Products, UriKind.Relative), Token);

        await refused.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_requests");
        refused.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task Keeps_no_key_that_could_be_used()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        await using var context = shared.Services.GetRequiredService<OnboardingContextFactory>().CreateDbContext();

        var key = await context.PartnerKeys.SingleAsync(item => item.PartnerId == partner.Id, Token);

        partner.Key.ShouldContain(key.PublicId);
        key.SecretHash.Length.ShouldBe(32);
        string secret = partner.Key[17..];
        (await context.AuditEvents.Where(item => item.Action == "Partner.KeyCreate").Select(item => item.Details).ToListAsync(Token))
            .ShouldContain(details => details!.Contains(key.PublicId) && !details.Contains(secret));
    }
}
