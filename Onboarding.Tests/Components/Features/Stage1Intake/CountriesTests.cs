using System.Globalization;
using Onboarding.Portal.Features.Stage1Intake;

namespace Onboarding.Tests.Components.Features.Stage1Intake;

public sealed class CountriesTests
{
    [Theory]
    [InlineData("id", "Jepang", "Belanda", "Arab Saudi")]
    [InlineData("en", "Japan", "Netherlands", "Saudi Arabia")]
    public void Countries_are_called_by_their_names_in_the_language_of_the_visitor(string language, string japan, string netherlands, string arabia)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Countries.Name("JP").ShouldBe(japan);
        Countries.Name("nl").ShouldBe(netherlands);
        Countries.Name("SA").ShouldBe(arabia);
        Countries.Name("XX").ShouldBe("XX", "what is unknown is shown as it is");
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public void Every_country_but_Indonesia_is_offered_by_a_name_of_its_own(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Countries.All.Count.ShouldBe(248);
        Countries.All.Select(country => country.Value).ShouldBeUnique();
        Countries.All.Select(country => country.Text).ShouldBeUnique();
        Countries.All.ShouldAllBe(country => country.Text.Length > country.Value.Length && country.Value != "ID");
    }
}
