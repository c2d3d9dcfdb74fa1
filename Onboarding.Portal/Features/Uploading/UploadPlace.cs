namespace Onboarding.Portal.Features.Uploading;

/// <summary>Where the files of one widget go.</summary>
/// <param name="Door">Through which door.</param>
/// <param name="Key">The case, the key of the form, or the item that was asked about.</param>
/// <param name="Token">The token of the reply link, which is looked up with each file; null at the other doors.</param>
public sealed record UploadPlace(UploadDoor Door, Guid Key, string? Token = null);
