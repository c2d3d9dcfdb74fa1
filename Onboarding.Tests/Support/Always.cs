using FsCheck;
using FsCheck.Fluent;

namespace Onboarding.Tests.Support;

/// <summary>Checks a statement on many generated values; a failure names the smallest one found and the seed.</summary>
internal static class Always
{
    /// <summary>Text as no person types it: any UTF-16 unit, broken surrogates included, mixed with what numbers and names are made of.</summary>
    public static Gen<string?> AnyText { get; } = Gen.Frequency(
        (1, Gen.Constant<string?>(null)),
        (4, TextOf(Gen.Choose(0, char.MaxValue).Select(unit => (char)unit))),
        (8, TextOf(Gen.Elements("0123456789 .,-+/()'@AHUTahunNIKRTRWext:=#E\u200B\u202E\u0301\uD83D\uDE00\u0660\uFF11\uFF0B\u00A0\n".ToCharArray()))));

    public static void Holds<T>(Gen<T> values, Action<T> statement, int times = 300) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true), Prop.ForAll(values.ToArbitrary(), statement));

    private static Gen<string?> TextOf(Gen<char> units) =>
        units.ArrayOf().Select(found => (string?)new string(found));
}
