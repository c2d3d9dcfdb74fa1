using System.Security.Cryptography;
using Onboarding.Core.Protection;

namespace Onboarding.Tests.Core.Protection;

/// <summary>Key rings that need no folder.</summary>
public static class TestKeys
{
    public static string Random() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>A ring with one key of its own.</summary>
    public static MasterKeyRing Ring() => Ring(Random(), Random());

    public static MasterKeyRing Ring(string searchKey, params string[] keys) =>
        MasterKeyRing.Open(new MasterKeyOptions { Keys = keys, SearchKey = searchKey });
}
