using Microsoft.AspNetCore.DataProtection;

namespace Onboarding.Portal.Hosting;

/// <summary>Keeps the keys of cookies and antiforgery tokens in the data folder, so that a restart signs nobody out.</summary>
internal static class KeyStorage
{
    private const string FolderName = "keys";

    /// <summary>Registers the key store. Who can read the folder can forge a sign-in: only its owner may.</summary>
    public static void AddKeyStorage(this IServiceCollection services, DataFolder data) =>
        services.AddDataProtection()
            .SetApplicationName("Onboarding.Portal")
            .PersistKeysToFileSystem(new DirectoryInfo(data.Folder(FolderName)));
}
