using System.Globalization;
using Onboarding.Portal.Live;

namespace Onboarding.Tests.Components.Live;

public sealed class VisitorLanguageTests
{
    [Fact]
    public async Task A_thread_that_knows_nothing_of_the_visitor_speaks_to_them_afterwards()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("id-ID");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        VisitorLanguage visitor = new();

        string spoken = await Task.Run(() =>
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("id");
            visitor.Speak();
            return $"{CultureInfo.CurrentCulture.Name} {CultureInfo.CurrentUICulture.Name}";
        });

        spoken.ShouldBe("id-ID en");
    }
}
