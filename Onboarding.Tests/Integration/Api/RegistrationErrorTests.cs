using System.Net;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Api;

/// <summary>A partner hears of everything that is wrong with a registration in one answer.</summary>
public sealed class RegistrationErrorTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    [Fact]
    public async Task Names_in_one_answer_what_cannot_be_read_and_what_the_rules_refuse()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var body = ApiPartner.Person(9921);
        body["product"] = "NOTHING";
        body["applicant"]!["birthDate"] = "17/08/1990";
        body["applicant"]!["sex"] = "pria";
        body["applicant"]!["phone"] = 81200009901;
        body["applicant"]!["nik"] = "123";
        body["applicant"]!["fullName"] = "";
        body["applicant"]!["email"] = "nobody";
        body["applicant"]!["age"] = 30;
        body.AsObject().Remove("consent");

        using var answer = await partner.RegisterAsync(body, "a-13");

        (await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid")).Errors().ShouldBe(
        [
            "#/applicant/birthDate wrong_type", "#/applicant/sex unknown_choice", "#/applicant/phone wrong_type", "#/applicant/age unknown_field",
            "#/product product_not_offered", "#/applicant/nik wrong_length", "#/applicant/fullName required", "#/applicant/email email_at_missing",
            "#/consent consent_required",
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task Asks_for_nothing_that_a_choice_which_cannot_be_read_leaves_open()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var body = ApiPartner.Person(9922);
        body["applicant"]!["citizenship"] = "wna";
        body["applicant"]!.AsObject().Remove("nik");
        body["consent"]!["registration"] = false;
        body["consent"]!.AsObject().Remove("givenAt");

        using var answer = await partner.RegisterAsync(body, "a-14");

        (await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid")).Errors().ShouldBe(
            ["#/applicant/citizenship unknown_choice", "#/consent consent_required", "#/consent/givenAt required"], ignoreOrder: true);
    }
}
