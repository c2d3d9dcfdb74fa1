using System.Runtime.InteropServices;

namespace Onboarding.Core.Documents;

/// <summary>
/// Makes the names in a folder survive a loss of power. A file that was flushed can still vanish when the folder that names it
/// was not, and the framework opens no folders, so this asks the C library; on Windows the file system's journal does it.
/// </summary>
internal static class DurableFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes a folder and its parents, for the owner alone, and the names of the new ones durable.</summary>
    public static void Create(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        var parent = Path.GetDirectoryName(folder);
        if (parent is not null)
        {
            Create(parent);
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, OwnerOnly);
        if (parent is not null)
        {
            Flush(parent);
        }
    }

    /// <summary>Makes the present names in a folder durable. Where the system cannot, the file itself is still flushed.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const int ReadOnly = 0;
        var descriptor = NativeMethods.Open(folder, ReadOnly);
        if (descriptor < 0)
        {
            return;
        }

        _ = NativeMethods.Synchronize(descriptor);
        _ = NativeMethods.Close(descriptor);
    }

    private static class NativeMethods
    {
        [DllImport("libc", EntryPoint = "open", BestFitMapping = false, ThrowOnUnmappableChar = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport("libc", EntryPoint = "fsync")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Synchronize(int descriptor);

        [DllImport("libc", EntryPoint = "close")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Close(int descriptor);
    }
}
