namespace Onboarding.Core.Cases;

/// <summary>
/// The stored half of an unguessable link: the hash by which it is found, and the token encrypted, so that a
/// reminder can carry the same link again. The token itself is never stored readable.
/// </summary>
/// <param name="Hash">Hash of the token.</param>
/// <param name="ProtectedToken">The token, encrypted.</param>
public sealed record AccessLink(byte[] Hash, byte[] ProtectedToken);
