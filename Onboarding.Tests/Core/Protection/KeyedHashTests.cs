using FsCheck;
using FsCheck.Fluent;
using Onboarding.Core.Protection;

namespace Onboarding.Tests.Core.Protection;

public sealed class KeyedHashTests
{
    private const string Nik = "3171230101909901";

    [Fact]
    public void Finds_a_value_again_with_the_same_search_key_whatever_the_master_key()
    {
        var searchKey = TestKeys.Random();
        var before = new KeyedHash(TestKeys.Ring(searchKey, TestKeys.Random()));
        var after = new KeyedHash(TestKeys.Ring(searchKey, TestKeys.Random()));

        after.Compute("nik", Nik).ShouldBe(before.Compute("nik", Nik));
        before.Compute("nik", Nik).Length.ShouldBe(KeyedHash.Size);
    }

    [Fact]
    public void Keeps_its_values_from_one_version_of_the_program_to_the_next()
    {
        var key = Convert.ToBase64String(Enumerable.Range(0, 32).Select(number => (byte)number).ToArray());

        var hash = new KeyedHash(TestKeys.Ring(key, key)).Compute("nik", Nik);

        Convert.ToHexStringLower(hash).ShouldBe("f42c6ca0c2c3406bd58c92309d7f8050146b3c54921093fba948562bd7b8af6e");
    }

    [Fact]
    public void Separates_the_same_digits_by_purpose()
    {
        var hash = new KeyedHash(TestKeys.Ring());

        hash.Compute("npwp", Nik).ShouldNotBe(hash.Compute("nik", Nik));
    }

    [Fact]
    public void Differs_from_installation_to_installation() =>
        new KeyedHash(TestKeys.Ring()).Compute("nik", Nik).ShouldNotBe(new KeyedHash(TestKeys.Ring()).Compute("nik", Nik));

    [Fact]
    public void Differs_for_different_values()
    {
        var hash = new KeyedHash(TestKeys.Ring());

        Check.QuickThrowOnFailure(Prop.ForAll<int, int>((one, other) =>
            one == other || !hash.Compute("nik", $"{one}").AsSpan().SequenceEqual(hash.Compute("nik", $"{other}"))));
    }
}
