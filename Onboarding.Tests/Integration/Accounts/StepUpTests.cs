using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Accounts;

/// <summary>With <c>Approval:StepUp</c> a supervisor shows once more who they are before a decision.</summary>
public sealed class StepUpTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_password_opens_the_way_to_decisions_for_ten_minutes_of_this_sign_in()
    {
        await using PortalHost host = new(Demo.Enabled, ("Approval:StepUp", "Password"));
        Actor person = await ActorAsync(host, "session-1");
        StepUp stepUp = host.Services.GetRequiredService<StepUp>();
        CasesAt cases = new(host.Services);
        CaseState state = await cases.ClaimAsync(await cases.AwaitingApprovalAsync(), person);
        ApproveCaseHandler approve = host.Services.GetRequiredService<ApproveCaseHandler>();

        (await approve.HandleAsync(new(CasesAt.Target(state), null), person, Token)).ShouldBeRefused(RefusalCode.StepUpRequired);
        (await stepUp.AsksForCodeAsync(person)).ShouldBeFalse();
        (await stepUp.ConfirmAsync(person, "salah")).ShouldBe(StepUpAnswer.Wrong);
        (await stepUp.ConfirmAsync(person, DemoAccounts.Password)).ShouldBe(StepUpAnswer.Confirmed);

        stepUp.Refuse(person).ShouldBeNull();
        stepUp.Refuse(person with { SignIn = "session-2" }).ShouldNotBeNull("another browser of the same person");
        stepUp.Refuse(person with { SignIn = null }).ShouldNotBeNull();
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        stepUp.Refuse(person).ShouldNotBeNull();

        (await stepUp.ConfirmAsync(person, DemoAccounts.Password)).ShouldBe(StepUpAnswer.Confirmed);
        (await approve.HandleAsync(new(CasesAt.Target(state), null), person, Token)).ShouldBeDone();
    }

    [Fact]
    public async Task Wrong_passwords_lock_the_account_as_at_the_sign_in()
    {
        await using PortalHost host = new(Demo.Enabled, ("Approval:StepUp", "Password"));
        Actor person = await ActorAsync(host, "session-1");
        StepUp stepUp = host.Services.GetRequiredService<StepUp>();

        for (int attempt = 1; attempt < 5; attempt++)
        {
            (await stepUp.ConfirmAsync(person, "salah")).ShouldBe(StepUpAnswer.Wrong);
        }

        (await stepUp.ConfirmAsync(person, "salah")).ShouldBe(StepUpAnswer.LockedOut);
        (await stepUp.ConfirmAsync(person, DemoAccounts.Password)).ShouldBe(StepUpAnswer.LockedOut);
        stepUp.Refuse(person).ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_has_an_authenticator_is_asked_for_its_code_and_not_for_the_password()
    {
        await using PortalHost host = new(Demo.Enabled, ("Approval:StepUp", "SecondFactor"));
        Actor person = await ActorAsync(host, "session-1");
        StepUp stepUp = host.Services.GetRequiredService<StepUp>();
        (await stepUp.AsksForCodeAsync(person)).ShouldBeFalse("nobody has enrolled");
        AuthenticatorEnrolment enrolment = host.Services.GetRequiredService<AuthenticatorEnrolment>();
        (await enrolment.BeginAsync(person, "salah")).ShouldBeNull();
        string key = (await enrolment.BeginAsync(person, DemoAccounts.Password)).ShouldNotBeNull();
        (await stepUp.AsksForCodeAsync(person)).ShouldBeFalse("not confirmed with a code yet");
        (await enrolment.ConfirmAsync(person, Code(key))).ShouldBeTrue();

        (await stepUp.AsksForCodeAsync(person)).ShouldBeTrue();
        (await enrolment.BeginAsync(person, DemoAccounts.Password)).ShouldBeNull("nobody replaces their own authenticator");
        (await stepUp.ConfirmAsync(person, DemoAccounts.Password)).ShouldBe(StepUpAnswer.Wrong);
        (await stepUp.ConfirmAsync(person, Code(key))).ShouldBe(StepUpAnswer.Confirmed);
        (await stepUp.ConfirmAsync(person, Code(key))).ShouldBe(StepUpAnswer.Wrong, "a code is taken once");
        (await stepUp.ConfirmAsync(person, "0" + Code(key))).ShouldBe(StepUpAnswer.Wrong, "in no spelling");
        (await stepUp.ConfirmAsync(person, Code(key, before: 1))).ShouldBe(StepUpAnswer.Confirmed, "a code that nobody used yet");
        (await stepUp.ConfirmAsync(person, Code(key))).ShouldBe(StepUpAnswer.Wrong, "also not after another one");

        await using AsyncServiceScope scope = host.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<StaffDirectory>().ResetPasswordAsync(person.Id)).Password.ShouldNotBeNull();
        (await enrolment.IsEnrolledAsync(person)).ShouldBeFalse("reset with the password");
    }

    [Fact]
    public async Task Without_the_setting_the_sign_in_is_enough()
    {
        await using PortalHost host = new(Demo.Enabled);
        host.Started().GetRequiredService<IDecisionAssurance>().Refuse(await ActorAsync(host, "session-1")).ShouldBeNull();
    }

    // RFC 6238, as an app computes it.
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "RFC 6238 is made of HMAC-SHA1.")]
    private static string Code(string key, int before = 0)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        string bits = string.Concat(key.Select(letter => Convert.ToString(Alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        byte[] secret = [.. Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(index * 8, 8), 2))];
        byte[] step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) - before);
        byte[] hash = HMACSHA1.HashData(secret, step);
        int number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static async Task<Actor> ActorAsync(PortalHost host, string session)
    {
        await using AsyncServiceScope scope = host.Started().CreateAsyncScope();
        DemoAccount demo = Demo.Account(ActorRole.Supervisor);
        StaffAccount account = (await scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>().FindByNameAsync(demo.UserName)).ShouldNotBeNull();
        return Staff.Person(account.Id, demo.DisplayName, ActorRole.Supervisor) with { SignIn = session };
    }
}
