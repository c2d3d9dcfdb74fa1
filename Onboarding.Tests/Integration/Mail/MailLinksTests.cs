using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.Configuration;
using NSubstitute;
using Onboarding.Portal;
using Onboarding.Portal.Mail;

namespace Onboarding.Tests.Integration.Mail;

public sealed class MailLinksTests
{
    private static readonly string[] Routes =
    [
        .. typeof(Program).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>(inherit: false))
            .Select(route => route.Template),
    ];

    public static TheoryData<string> EveryLink()
    {
        ConfigurationManager settings = new() { ["Portal:PublicAddress"] = "https://portal.example" };
        MailLinks links = new(new PublicAddress(settings, Substitute.For<IServer>()));
        return [links.Status("token", Onboarding.Core.Cases.Language.English), links.Objection("token", Onboarding.Core.Cases.Language.English), links.Reply("token", Onboarding.Core.Cases.Language.English), links.Draft("token", Onboarding.Core.Cases.Language.English), links.Feedback("token", Onboarding.Core.Cases.Language.English), links.SupervisorQueue(), links.Notices()];
    }

    [Theory]
    [MemberData(nameof(EveryLink))]
    public void Every_address_that_a_mail_carries_is_the_address_of_a_page(string address)
    {
        string path = new Uri(address).AbsolutePath;

        Routes.ShouldContain(template => Leads(template, path), address);
    }

    [Fact]
    public void Every_kind_of_link_is_among_those_that_are_tried() =>
        EveryLink().Count.ShouldBe(typeof(MailLinks).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Length);

    private static bool Leads(string template, string path) =>
        new TemplateMatcher(TemplateParser.Parse(template.TrimStart('/')), []).TryMatch(path, []);
}
