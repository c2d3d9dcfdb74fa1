using Onboarding.Core.Protection;

namespace Onboarding.Tests.Core.Protection;

public sealed class AccessTokenTests
{
    [Fact]
    public void Is_found_again_by_the_hash_that_was_stored()
    {
        var token = AccessToken.New();

        AccessToken.Hash(token.Reveal()).ShouldBe(token.Hash());
        AccessToken.Matches(token.Reveal(), token.Hash()).ShouldBeTrue();
        token.Hash().Length.ShouldBe(AccessToken.HashSize);
    }

    [Fact]
    public void Fits_into_a_link_as_it_is()
    {
        var text = AccessToken.New().Reveal();

        text.Length.ShouldBe(AccessToken.TextLength);
        Uri.EscapeDataString(text).ShouldBe(text);
    }

    [Fact]
    public void Is_different_each_time() =>
        Enumerable.Range(0, 1000).Select(_ => AccessToken.New().Reveal()).Distinct().Count().ShouldBe(1000);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../../etc")]
    [InlineData("0000000000000000000000000000000000000000000")]
    public void Does_not_match_anything_else(string? presented) =>
        AccessToken.Matches(presented, AccessToken.New().Hash()).ShouldBeFalse();

    [Fact]
    public void Does_not_hash_a_text_of_any_length() =>
        AccessToken.Hash(new string('a', 1_000_000)).ShouldBe(AccessToken.Hash(token: null));

    [Fact]
    public void Is_never_shown_as_text()
    {
        var token = AccessToken.New();

        $"{token}".ShouldNotContain(token.Reveal());
    }
}
