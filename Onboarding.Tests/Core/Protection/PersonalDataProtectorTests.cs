using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Onboarding.Core.Protection;

namespace Onboarding.Tests.Core.Protection;

public sealed class PersonalDataProtectorTests
{
    private const string Row = "applicant/1/contact";

    private readonly PersonalDataProtector _protector = new(TestKeys.Ring());

    [Fact]
    public void Gives_back_any_bytes_for_the_same_row_and_purpose() =>
        Check.QuickThrowOnFailure(Prop.ForAll<byte[], string>((value, row) =>
        {
            value ??= [];
            row ??= "";
            return _protector.Unprotect(_protector.Protect(value, row), row).AsSpan().SequenceEqual(value);
        }));

    [Fact]
    public void Opens_nothing_for_another_row_or_purpose() =>
        Check.QuickThrowOnFailure(Prop.ForAll<byte[], string, string>((value, row, other) =>
            string.Equals(row ?? "", other ?? "", StringComparison.Ordinal)
            || Failure(_protector.Protect(value ?? [], row ?? ""), other ?? "") == ProtectionFailure.Altered));

    [Fact]
    public void Notices_a_change_of_any_single_bit()
    {
        var value = _protector.Protect("3171230101909901"u8, Row);

        for (var bit = 0; bit < value.Length * 8; bit++)
        {
            var changed = value.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Failure(changed, Row).ShouldNotBeNull();
        }
    }

    [Fact]
    public void Notices_every_truncation()
    {
        var value = _protector.Protect("3171230101909901"u8, Row);

        for (var length = 0; length < value.Length; length++)
        {
            Failure(value[..length], Row).ShouldNotBeNull();
        }
    }

    [Fact]
    public void Protects_the_same_value_differently_each_time()
    {
        var first = _protector.ProtectText("Budi", Row);
        var second = _protector.ProtectText("Budi", Row);

        second.ShouldNotBe(first);
        first.Length.ShouldBe(PersonalDataProtector.Overhead + 4);
    }

    [Theory]
    [InlineData("")]
    [InlineData("I Gusti Ngurah Rai O'Neil")]
    [InlineData("Ñusantara 🌺 \u202e")]
    public void Gives_back_text_as_it_was(string text) =>
        _protector.UnprotectText(_protector.ProtectText(text, Row), Row).ShouldBe(text);

    [Fact]
    public void Gives_back_a_record_as_it_was()
    {
        var contact = new Contact("Sari", new DateOnly(1990, 1, 1), ["+62810000099"]);

        var opened = _protector.UnprotectJson<Contact>(_protector.ProtectJson(contact, Row), Row);

        opened.Name.ShouldBe(contact.Name);
        opened.Born.ShouldBe(contact.Born);
        opened.Phones.ShouldBe(contact.Phones);
    }

    [Fact]
    public void Says_nothing_of_the_value_when_it_cannot_be_opened()
    {
        var value = _protector.ProtectText("rahasia", Row);

        var exception = Should.Throw<ProtectionException>(() => _protector.UnprotectText(value, "applicant/2/contact"));

        exception.ToString().ShouldNotContain("rahasia");
        exception.InnerException.ShouldBeOfType<AuthenticationTagMismatchException>();
    }

    [Fact]
    public async Task Serves_many_callers_at_once()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(number => Task.Run(() =>
        {
            var row = $"row/{number}";
            return _protector.UnprotectText(_protector.ProtectText(row, row), row) == row;
        })));

        results.ShouldAllBe(isSame => isSame);
    }

    private ProtectionFailure? Failure(byte[] value, string row)
    {
        try
        {
            _protector.Unprotect(value, row);
            return null;
        }
        catch (ProtectionException exception)
        {
            return exception.Failure;
        }
    }

    private sealed record Contact(string Name, DateOnly Born, IReadOnlyList<string> Phones);
}
