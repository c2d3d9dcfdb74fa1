using Bunit;
using Onboarding.Core.Cases;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Features.Public.Registration;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Public;

/// <summary>The online form while another device or tab goes on with it.</summary>
public sealed class RegisterPageConflictTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private const string Name = nameof(PersonData.FullName);

    [Fact]
    public async Task What_another_device_typed_is_not_overwritten_until_the_person_chooses()
    {
        await using RegisterPageBench bench = await RegisterPageBench.OpenAsync(hosts);
        (string token, Guid _) = await bench.StartAsync(RegistrationStep.Identity, "Siti");
        IRenderedComponent<RegisterPage> page = bench.Render(token);
        await bench.TypeElsewhereAsync(token, "Dari laptop");

        await page.Find(bench.Field(Name)).ChangeAsync(new() { Value = "Dari ponsel" });
        page.WaitForAssertion(() => page.Markup.ShouldContain(PublicText.ElsewhereTitle));
        (await bench.NameAsync(token)).ShouldBe("Dari laptop");
        page.Find($"[data-differing={Name}]").TextContent.ShouldSatisfyAllConditions(
            text => text.ShouldContain("Dari ponsel"), text => text.ShouldContain("Dari laptop"));

        await page.FindAll("button").Single(button => button.TextContent.Contains(PublicText.TakeNewer, StringComparison.Ordinal)).ClickAsync();
        page.WaitForAssertion(() => page.Find(bench.Field(Name)).GetAttribute("value").ShouldBe("Dari laptop"));
        page.Markup.ShouldNotContain(PublicText.ElsewhereTitle);
    }

    [Fact]
    public async Task Of_identity_numbers_that_differ_only_the_beginning_is_shown_and_that_the_rest_differs()
    {
        await using RegisterPageBench bench = await RegisterPageBench.OpenAsync(hosts);
        (string token, Guid _) = await bench.StartAsync(RegistrationStep.Identity, "Siti");
        IRenderedComponent<RegisterPage> page = bench.Render(token);
        await bench.TypeElsewhereAsync(token, "Siti", "3171031708909955");

        await page.Find(bench.Field(nameof(PersonData.Nik))).ChangeAsync(new() { Value = "3171035708909901" });

        page.WaitForAssertion(() => page.Find($"[data-differing={nameof(PersonData.Nik)}]").TextContent.ShouldContain("3171************"));
        page.Find("[data-differing]").TextContent.ShouldContain(PublicText.ElsewhereHidden);
        page.Find(".differing").TextContent.ShouldNotContain("9901");
        page.Find(".differing").TextContent.ShouldNotContain("9955");
    }

    [Fact]
    public async Task Coming_back_to_the_page_shows_what_another_device_typed_meanwhile()
    {
        await using RegisterPageBench bench = await RegisterPageBench.OpenAsync(hosts);
        (string token, Guid _) = await bench.StartAsync(RegistrationStep.Identity, "Siti");
        IRenderedComponent<RegisterPage> page = bench.Render(token);
        await bench.TypeElsewhereAsync(token, "Dari laptop");

        await page.InvokeAsync(page.Instance.LookAsync);

        page.WaitForAssertion(() => page.Find(bench.Field(Name)).GetAttribute("value").ShouldBe("Dari laptop"));
        page.Markup.ShouldContain(PublicText.TakenOver);
    }

    [Theory]
    [InlineData(1, "Dari ponsel", true)]
    [InlineData(1, "Dari laptop", false)]
    [InlineData(2, "Dari ponsel", false)]
    public async Task What_a_tab_held_back_over_an_older_version_is_asked_about_each_time_it_is_opened(int version, string held, bool isAsked)
    {
        await using RegisterPageBench bench = await RegisterPageBench.OpenAsync(hosts);
        (string token, Guid _) = await bench.StartAsync(RegistrationStep.Identity, "Siti");
        await bench.TypeElsewhereAsync(token, "Dari laptop");
        bench.HoldBack(version, Name, held);

        for (int opening = 0; opening < 2; opening++)
        {
            IRenderedComponent<RegisterPage> page = bench.Render(token);

            page.WaitForAssertion(() => page.Find(bench.Field(Name)).GetAttribute("value").ShouldBe(held));
            page.Markup.Contains(PublicText.ElsewhereTitle, StringComparison.Ordinal).ShouldBe(isAsked);
            (await bench.NameAsync(token)).ShouldBe(isAsked ? "Dari laptop" : held);
            page.Find("form").GetAttribute("data-version").ShouldBe(isAsked ? "1" : version == 2 ? "3" : "2", "what is typed next stands on the same version");
            if (version == 2)
            {
                return;
            }
        }
    }

    [Fact]
    public async Task What_a_tab_held_back_is_kept_when_the_person_says_so()
    {
        await using RegisterPageBench bench = await RegisterPageBench.OpenAsync(hosts);
        (string token, Guid _) = await bench.StartAsync(RegistrationStep.Identity, "Siti");
        await bench.TypeElsewhereAsync(token, "Dari laptop");
        bench.HoldBack(1, Name, "Dari ponsel");
        IRenderedComponent<RegisterPage> page = bench.Render(token);
        page.WaitForAssertion(() => page.Markup.ShouldContain(PublicText.ElsewhereTitle));

        await page.FindAll("button").Single(button => button.TextContent.Contains(PublicText.KeepThis, StringComparison.Ordinal)).ClickAsync();

        page.WaitForAssertion(() => page.Markup.ShouldNotContain(PublicText.ElsewhereTitle));
        (await bench.NameAsync(token)).ShouldBe("Dari ponsel");
    }
}
