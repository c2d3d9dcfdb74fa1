using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;
using Onboarding.Core.Seeding;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Seeding;

/// <summary>Invented cases are like real ones.</summary>
public sealed class CaseSeederTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly SeedSettings Settings = new(60, 7, [Staff.Sari, Staff.Dewi, Staff.Agus, Staff.Rudi, Staff.Maya, Staff.Ratna]) { CasesWithPictures = 3 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Makes_cases_in_every_status_whose_trail_and_numbers_verify(DatabaseKind kind)
    {
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(kind));

        (await core.Get<CaseSeeder>().SeedAsync(Settings, null, Token)).Cases.ShouldBe(60);

        await using OnboardingContext context = core.Get<OnboardingContextFactory>().CreateDbContext();
        (await context.Cases.Select(item => item.Status).Distinct().ToListAsync(Token)).ShouldBe(Enum.GetValues<CaseStatus>(), ignoreOrder: true);
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
        (await context.AuditEvents.CountAsync(entry => entry.At > core.Clock.GetUtcNow(), Token)).ShouldBe(0);
    }

    [Theory, DatabaseProviders]
    public async Task Lets_real_work_go_on_where_an_invented_case_stands(DatabaseKind kind)
    {
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(kind));
        await core.Get<CaseSeeder>().SeedAsync(Settings, null, Token);

        CaseState next = await core.Cases.ActiveAsync();
        await using OnboardingContext context = core.Get<OnboardingContextFactory>().CreateDbContext();
        Guid open = await context.WorkItems.Where(item => item.State == WorkItemState.Open && item.Queue == WorkQueue.Intake).Select(item => item.Id).FirstAsync(Token);

        next.Number.ShouldBe("ONB-2026-000061");
        (await core.Get<WorkItemHandler>().ClaimAsync(open, Staff.Bayu, Token)).ShouldBeDone();
    }

    [Theory, DatabaseProviders]
    public async Task Registers_people_who_look_like_earlier_ones(DatabaseKind kind)
    {
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(kind));
        await core.Get<CaseSeeder>().SeedAsync(Settings, null, Token);

        (await core.Get<SeedLookalikes>().AddAsync(Token)).ShouldBe(3);

        await using OnboardingContext context = core.Get<OnboardingContextFactory>().CreateDbContext();
        Guid[] newest = await context.Cases.OrderByDescending(item => item.Number).Take(3).Select(item => item.Id).ToArrayAsync(Token);
        (await context.Set<DuplicateMatch>().Where(match => newest.Contains(match.CaseId)).Select(match => match.CaseId).Distinct().CountAsync(Token)).ShouldBe(3);
    }

    [Fact]
    public async Task Makes_the_same_cases_from_the_same_seed_and_others_from_another()
    {
        string[] first = await TellAsync(Settings);
        string[] again = await TellAsync(Settings);
        string[] other = await TellAsync(Settings with { Seed = 8 });

        again.ShouldBe(first);
        other.ShouldNotBe(first);
    }

    private async Task<string[]> TellAsync(SeedSettings settings)
    {
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        await core.Get<CaseSeeder>().SeedAsync(settings, null, Token);
        await using OnboardingContext context = core.Get<OnboardingContextFactory>().CreateDbContext();
        List<OnboardingCase> cases = await context.Cases.AsNoTracking().OrderBy(item => item.Number).ToListAsync(Token);
        return [.. cases.Select(item => $"{item.Number} {item.Status} {item.ApplicantName} {item.CreatedAt:O} {item.StatusSince:O} {item.Version}")];
    }
}
