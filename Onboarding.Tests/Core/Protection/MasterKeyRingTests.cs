using System.Runtime.Versioning;
using Onboarding.Core.Protection;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Protection;

public sealed class MasterKeyRingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Keys => _folder.Combine("keys");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Creates_a_master_key_and_a_search_key_on_the_first_start()
    {
        Open();

        _folder.Files.Select(Path.GetFileName).ShouldBe([".lock", "master-0001.key", "search.key"], ignoreOrder: true);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Writes_key_files_that_only_the_owner_can_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "File modes are a matter of Unix.");

        Open();

        File.GetUnixFileMode(Keys).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _folder.Files.ShouldAllBe(file => File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void Finds_the_same_keys_after_a_restart()
    {
        var first = Open();
        var second = Open();

        second.ActiveKeyId.ShouldBe(first.ActiveKeyId);
        second.SearchKeyId.ShouldBe(first.SearchKeyId);
    }

    [Fact]
    public async Task Ends_with_one_key_when_many_nodes_start_for_the_first_time_at_once()
    {
        for (var round = 0; round < 20; round++)
        {
            var options = new MasterKeyOptions { Folder = _folder.Combine($"round-{round}") };

            var rings = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => MasterKeyRing.Open(options))));

            rings.Select(ring => ring.ActiveKeyId).Distinct().ShouldHaveSingleItem();
            rings.Select(ring => ring.SearchKeyId).Distinct().ShouldHaveSingleItem();
            Directory.EnumerateFiles(options.Folder, "*.key").Count().ShouldBe(2);
        }
    }

    [Fact]
    public void Reads_old_values_and_protects_new_ones_with_the_new_key_after_a_rotation()
    {
        var ring = Open();
        var protector = new PersonalDataProtector(ring);
        var before = ring.ActiveKeyId;
        var old = protector.ProtectText("lama", "row");

        var after = ring.Rotate();

        after.ShouldNotBe(before);
        protector.UnprotectText(old, "row").ShouldBe("lama");
        PersonalDataProtector.KeyIdOf(old).ShouldBe(before);
        PersonalDataProtector.KeyIdOf(protector.ProtectText("baru", "row")).ShouldBe(after);
        Open().KeyIds.ShouldBe([before, after], ignoreOrder: true);
    }

    [Fact]
    public void Reads_a_key_that_another_node_added_when_it_first_meets_it()
    {
        var running = Open();
        var other = Open();
        other.Rotate();
        var value = new PersonalDataProtector(other).ProtectText("baru", "row");

        new PersonalDataProtector(running).UnprotectText(value, "row").ShouldBe("baru");
        running.ActiveKeyId.ShouldBe(other.ActiveKeyId);
    }

    [Fact]
    public void Keeps_working_when_the_folder_goes_away()
    {
        var ring = Open();
        var protector = new PersonalDataProtector(ring);
        var value = protector.ProtectText("nilai", "row");
        Directory.Delete(Keys, recursive: true);

        ring.Contains(MasterKeyId.Parse("0123456789abcdef")).ShouldBeFalse();

        protector.UnprotectText(value, "row").ShouldBe("nilai");
    }

    [Fact]
    public void Prefers_configured_keys_and_still_reads_those_of_the_folder()
    {
        var fromFolder = Open();
        var value = new PersonalDataProtector(fromFolder).ProtectText("nilai", "row");

        var ring = MasterKeyRing.Open(new MasterKeyOptions { Folder = Keys, Keys = [TestKeys.Random()] });

        ring.ActiveKeyId.ShouldNotBe(fromFolder.ActiveKeyId);
        new PersonalDataProtector(ring).UnprotectText(value, "row").ShouldBe("nilai");
        ring.SearchKeyId.ShouldBe(fromFolder.SearchKeyId);
        Should.Throw<MasterKeyException>(() => ring.Rotate());
    }

    [Fact]
    public void Needs_no_folder_when_all_keys_are_configured()
    {
        var oldKey = TestKeys.Random();
        var searchKey = TestKeys.Random();
        var before = MasterKeyRing.Open(new MasterKeyOptions { Keys = [oldKey], SearchKey = searchKey });
        var value = new PersonalDataProtector(before).ProtectText("nilai", "row");

        var after = MasterKeyRing.Open(new MasterKeyOptions { Keys = [TestKeys.Random(), oldKey], SearchKey = searchKey });

        new PersonalDataProtector(after).UnprotectText(value, "row").ShouldBe("nilai");
        after.SearchKeyId.ShouldBe(before.SearchKeyId);
    }

    [Theory]
    [InlineData("not base64")]
    [InlineData("c2hvcnQ=")]
    [InlineData("")]
    public void Refuses_a_configured_key_that_is_not_a_key_without_quoting_it(string key)
    {
        var exception = Should.Throw<MasterKeyException>(() => MasterKeyRing.Open(new MasterKeyOptions { Folder = Keys, Keys = [key] }));

        exception.Message.ShouldNotContain('\n');
        if (key.Length > 0)
        {
            exception.Message.ShouldNotContain(key);
        }
    }

    [Fact]
    public void Refuses_to_start_without_any_place_for_keys() =>
        Should.Throw<MasterKeyException>(() => MasterKeyRing.Open(new MasterKeyOptions()));

    [Fact]
    public void Refuses_a_folder_that_cannot_be_used_with_one_line()
    {
        File.WriteAllText(_folder.Combine("file"), "");

        var exception = Should.Throw<MasterKeyException>(() => MasterKeyRing.Open(new MasterKeyOptions { Folder = _folder.Combine("file/keys") }));

        exception.Message.ShouldNotContain('\n');
    }

    [Fact]
    public void Refuses_a_damaged_key_file()
    {
        Open();
        var file = Path.Combine(Keys, "master-0001.key");
        var lines = File.ReadAllLines(file);
        lines[2] = TestKeys.Random();
        File.WriteAllLines(file, lines);

        Should.Throw<MasterKeyException>(Open).Message.ShouldContain("master-0001.key");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Refuses_a_key_file_that_other_users_can_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "File modes are a matter of Unix.");

        Open();
        File.SetUnixFileMode(Path.Combine(Keys, "master-0001.key"), UnixFileMode.UserRead | UnixFileMode.OtherRead);

        Should.Throw<MasterKeyException>(Open).Message.ShouldContain("600");
    }

    [Fact]
    public void Refuses_to_invent_a_new_search_key_when_it_was_lost()
    {
        Open();
        File.Delete(Path.Combine(Keys, "search.key"));

        Should.Throw<MasterKeyException>(Open).Message.ShouldContain("search.key");
    }

    [Fact]
    public void Names_the_key_that_is_missing_when_a_value_was_protected_elsewhere()
    {
        var elsewhere = MasterKeyRing.Open(new MasterKeyOptions { Folder = _folder.Combine("elsewhere") });
        var value = new PersonalDataProtector(elsewhere).ProtectText("nilai", "row");

        var exception = Should.Throw<ProtectionException>(() => new PersonalDataProtector(Open()).UnprotectText(value, "row"));

        exception.Failure.ShouldBe(ProtectionFailure.UnknownKey);
        exception.KeyId.ShouldBe(elsewhere.ActiveKeyId);
        exception.Message.ShouldContain(elsewhere.ActiveKeyId.ToString());
        exception.Message.ShouldNotContain('\n');
    }

    [Fact]
    public void Never_shows_a_key_as_text()
    {
        var key = TestKeys.Random();
        var options = new MasterKeyOptions { Keys = [key], SearchKey = key };
        var ring = MasterKeyRing.Open(options);

        foreach (var text in new[] { options.ToString(), ring.ToString(), ring.Active.ToString(), ring.ActiveKeyId.ToString() })
        {
            text.ShouldNotBeNull().ShouldNotContain(key);
            Convert.ToHexString(Convert.FromBase64String(key)).ShouldNotContain(text, Case.Insensitive);
        }
    }

    private MasterKeyRing Open() => MasterKeyRing.Open(new MasterKeyOptions { Folder = Keys });
}
