using Onboarding.Portal.Components.Controls;

namespace Onboarding.Tests.Components.Controls;

/// <summary>What is drawn as one piece of HTML says what it was given, and nothing that was given becomes HTML.</summary>
public sealed class ReadyTextTests
{
    private const string Hostile = "<script>alert(1)</script>\" onclick='x' &amp;";

    [Fact]
    public void Whatever_is_put_into_it_is_text_and_no_HTML()
    {
        string html = ReadyText.Of($"""<b title="{Hostile}">{Hostile}</b>""").Value;

        html.ShouldStartWith("<b title=\"&lt;script&gt;");
        html.ShouldEndWith("&amp;amp;</b>");
        html.Count(letter => letter == '<').ShouldBe(2);
        html.Count(letter => letter == '"').ShouldBe(2);
        html.ShouldNotContain('\'');
    }

    [Fact]
    public void A_ready_text_in_another_is_not_encoded_again_and_letters_stay_letters()
    {
        var inner = ReadyText.Of($"<i>{"Ibu Zoë – 김 & Co"}</i>");

        ReadyText.Of($"<b>{inner}</b>").Value.ShouldBe("<b><i>Ibu Zoë – 김 &amp; Co</i></b>");
    }

    [Fact]
    public void A_part_that_is_not_there_does_not_ask_for_its_values()
    {
        bool wasAsked = false;
        string Ask()
        {
            wasAsked = true;
            return "x";
        }

        ReadyText.If(isThere: false, $"<b>{Ask()}</b>").Value.ShouldBeEmpty();

        wasAsked.ShouldBeFalse();
        ReadyText.If(isThere: true, $"<b>{Ask()}</b>").Value.ShouldBe("<b>x</b>");
    }

    [Fact]
    public void Who_has_the_same_text_has_the_same_instance_of_it()
    {
        string number = "ONB-2026-000001";

        ReadyText.Of($"<b>{number}</b>").Value.ShouldBeSameAs(ReadyText.Of($"<b>{new string(number.AsSpan())}</b>").Value);
    }

    [Fact]
    public void The_pool_forgets_what_nobody_asked_for_and_keeps_what_is_in_use()
    {
        TextPool pool = new(most: 2);
        string used = pool.Share(new string('a', 3));
        string unused = pool.Share(new string('b', 3));

        foreach (string other in new[] { "c", "d", "e", "f", "g" })
        {
            pool.Share(other);
            pool.Share(new string('a', 3)).ShouldBeSameAs(used);
        }

        pool.Share(new string('b', 3)).ShouldNotBeSameAs(unused);
    }
}
