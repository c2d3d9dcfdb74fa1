using Onboarding.Portal.Features;

namespace Onboarding.Tests.Components.Features;

/// <summary>Whatever an administrator writes into a brochure, nothing in it becomes active.</summary>
public sealed class SafeMarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[klik](javascript:alert(1))")]
    [InlineData("[klik](JaVaScRiPt:alert(1))")]
    [InlineData("[klik](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[klik](//jahat.example/x)")]
    [InlineData("[klik][1]\n\n[1]: vbscript:msgbox")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![gambar](https://jahat.example/pelacak.png)")]
    public void Nothing_that_runs_or_calls_out_is_left(string text)
    {
        string html = SafeMarkdown.ToHtml(text).Value;

        html.ShouldNotContain("<script", Case.Insensitive);
        html.ShouldNotContain("<img", Case.Insensitive);
        html.ShouldNotContain("href=\"javascript", Case.Insensitive);
        html.ShouldNotContain("href=\"data", Case.Insensitive);
        html.ShouldNotContain("href=\"vbscript", Case.Insensitive);
        html.ShouldNotContain("href=\"//", Case.Insensitive);
    }

    [Theory]
    [InlineData("[kami](https://contoh.example/a)", "href=\"https://contoh.example/a\"")]
    [InlineData("[surel](mailto:cs@contoh.example)", "href=\"mailto:cs@contoh.example\"")]
    [InlineData("[telepon](tel:+62210000)", "href=\"tel:+62210000\"")]
    [InlineData("[kebijakan](/privacy)", "href=\"/privacy\"")]
    [InlineData("**tebal**", "<strong>tebal</strong>")]
    [InlineData("- satu\n- dua", "<li>satu</li>")]
    public void What_helps_to_read_stays(string text, string part) => SafeMarkdown.ToHtml(text).Value.ShouldContain(part);

    [Fact]
    public void Headings_fit_below_those_of_the_page() => SafeMarkdown.ToHtml("## Judul", headingLevel: 4).Value.ShouldContain("<h4>");

    [Fact]
    public void Each_heading_of_the_questions_is_a_question()
    {
        var questions = SafeMarkdown.Questions("## Berapa lama?\nLima hari.\n\n## Perlu di rumah?\nYa.\n");

        questions.Select(entry => entry.Question).ShouldBe(["Berapa lama?", "Perlu di rumah?"]);
        questions[0].Answer.Value.ShouldContain("Lima hari.");
        SafeMarkdown.Questions("").ShouldBeEmpty();
    }
}
