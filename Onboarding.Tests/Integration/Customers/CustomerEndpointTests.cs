using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Customers;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Customers;

/// <summary>The pages and the file of the register as the portal serves them: to whom the policy says, and harmless in a spreadsheet.</summary>
public sealed class CustomerEndpointTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    private readonly PortalHost _host = portal.Host;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Every role of the staff, and nobody.</summary>
    public static TheoryData<ActorRole?> Visitors => new(Demo.Roles.Select(role => (ActorRole?)role).Append(null));

    [Theory, MemberData(nameof(Visitors))]
    public async Task Each_page_is_open_to_its_roles_alone(ActorRole? visitor)
    {
        (string Address, IReadOnlyList<ActorRole> Roles)[] pages =
        [
            (CustomerUrls.List, CustomerAccess.Readers),
            (CustomerUrls.Of("CUS-2020-000001"), CustomerAccess.Readers),
            (CustomerUrls.Merge("CUS-2020-000001"), CustomerAccess.Editors),
        ];
        using PortalVisitor person = await EnterAsync(visitor);
        foreach ((string address, IReadOnlyList<ActorRole> roles) in pages)
        {
            using HttpResponseMessage answer = await person.GetAsync(address);

            answer.StatusCode.ShouldBe(Expected(visitor, roles), address);
        }
    }

    [Theory, MemberData(nameof(Visitors))]
    public async Task The_file_is_for_those_who_may_take_it_out_and_say_what_for(ActorRole? visitor)
    {
        using PortalVisitor person = await EnterAsync(visitor);
        string token = await TokenAsync(person);
        foreach ((string purpose, HttpStatusCode allowed) in new[] { ("Audit tahunan", HttpStatusCode.OK), (" ", HttpStatusCode.BadRequest) })
        {
            using HttpResponseMessage answer = await person.PostAsync(CustomerUrls.Export, Fields(token, purpose));

            answer.StatusCode.ShouldBe(Expected(visitor, CustomerAccess.Exporters) == HttpStatusCode.OK ? allowed : Expected(visitor, CustomerAccess.Exporters), purpose);
        }
    }

    [Fact]
    public async Task Without_the_token_of_the_form_there_is_no_file()
    {
        using PortalVisitor person = await EnterAsync(ActorRole.Supervisor);
        using HttpResponseMessage answer = await person.PostAsync(CustomerUrls.Export, Fields(token: null, "Audit"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_file_opens_in_a_spreadsheet_and_holds_no_formula_and_no_whole_number()
    {
        CasesAt cases = new(_host.Services);
        PersonData data = Registrations.Person(9402);
        CaseState state = await cases.ActiveAsync(data);
        string number = (await _host.Services.GetRequiredService<CustomerFiles>().NumberOfCaseAsync(state.CaseId, Staff.Dewi, Token)).ShouldNotBeNull();
        CustomerFile file = (await _host.Services.GetRequiredService<CustomerFiles>().ReadAsync(number, Staff.Dewi, Token)).ShouldBeDone();
        PersonData evil = ((PersonData)file.Record!.Data) with { Address = data.Address with { Street = "=HYPERLINK(\"http://x\")" } };
        (await _host.Services.GetRequiredService<EditCustomerHandler>().HandleAsync(new(file.Target, file.Record with { Data = evil }, "uji"), Staff.Dewi, Token)).ShouldBeDone();

        using PortalVisitor person = await EnterAsync(ActorRole.Compliance);
        using HttpResponseMessage answer = await person.PostAsync(CustomerUrls.Export, Fields(await TokenAsync(person), "Audit"));

        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync(Token);
        bytes.AsSpan(0, 3).SequenceEqual(Encoding.UTF8.GetPreamble()).ShouldBeTrue();
        string[] lines = Encoding.UTF8.GetString(bytes).Split("\r\n");
        lines[0].ShouldContain($"{Onboarding.Portal.Features.DomainTexts.Of(CustomerColumn.Number)};");
        string line = lines.Single(entry => entry.StartsWith(number, StringComparison.Ordinal));
        line.ShouldContain($"****{data.Nik![^4..]}");
        string.Concat(lines).ShouldNotContain(data.Nik!);
        line.Split(';').ShouldAllBe(cell => !cell.TrimStart('"').StartsWith('='));
        line.ShouldContain("'=HYPERLINK");
    }

    private static HttpStatusCode Expected(ActorRole? visitor, IReadOnlyList<ActorRole> roles) => visitor switch
    {
        null => HttpStatusCode.Redirect,
        { } role when roles.Contains(role) => HttpStatusCode.OK,
        _ => HttpStatusCode.Forbidden,
    };

    private static Dictionary<string, string> Fields(string? token, string purpose)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal) { [nameof(ExportRequest.Purpose)] = purpose };
        if (token is not null)
        {
            fields["__RequestVerificationToken"] = token;
        }

        return fields;
    }

    // Every page of the staff carries a form: the sign-out in the menu.
    private static async Task<string> TokenAsync(PortalVisitor person) =>
        (await person.ReadAsync("/")).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
            ?? (await person.ReadAsync(Onboarding.Portal.Features.Account.AccountUrls.StaffHome)).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
            ?? (await person.ReadAsync(Onboarding.Portal.Features.Account.AccountUrls.SignIn)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private async Task<PortalVisitor> EnterAsync(ActorRole? role)
    {
        PortalVisitor person = new(_host);
        if (role is { } one)
        {
            await person.SignInAsync(Demo.Account(one).UserName, DemoAccounts.Password);
        }

        return person;
    }
}
