using Onboarding.Core.Seeding;
using Onboarding.Core.Stages.Stage1Intake;

namespace Onboarding.Tests.Core.Seeding;

public sealed class SeedPeopleTests
{
    [Fact]
    public void Invented_applicants_pass_every_rule_without_a_warning()
    {
        DateOnly today = new(2026, 11, 22);
        var random = new Random(7);

        var checks = Enumerable.Range(1, 300).Select(index => RegistrationRules.Check(SeedPeople.Create(random, index, today), today)).ToList();

        checks.SelectMany(check => check.Errors).ShouldBeEmpty();
        checks.SelectMany(check => check.Warnings).ShouldBeEmpty();
    }
}
